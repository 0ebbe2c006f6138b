package vn.hocvu.platform.viewstore.proof;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.local.servers.Database;
import vn.hocvu.local.servers.Folders;
import vn.hocvu.local.servers.KafkaServer;
import vn.hocvu.local.servers.MongoServer;
import vn.hocvu.local.servers.PostgresServer;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.RowsNotWhole;
import vn.hocvu.platform.viewstore.Views;

/** A service with views of its own store and of one topic, started as often as a test needs it, on real servers. */
final class Library implements AutoCloseable {
    static final PostgresServer POSTGRES = PostgresServer.startTemporary();
    static final KafkaServer KAFKA = kafka();
    static final MongoServer MONGO = MongoServer.startTemporary();
    static final Actor AN = new Actor("an", Set.of("READER"), "ba-vi");
    static final int PARTITIONS = 4;
    private static final JsonMapper JSON = StoredJson.mapper();
    private static int count;

    final String topic;
    final Database database;
    final String mongo;
    /**
     * In order because one request is in flight. An idempotent producer begins its numbers anew on a topic that was just
     * made, now and then, and is then refused by the broker until its records expire.
     */
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    KAFKA.bootstrap(),
                    "linger.ms",
                    "5",
                    "enable.idempotence",
                    "false",
                    "max.in.flight.requests.per.connection",
                    "1"),
            new StringSerializer(),
            new ByteArraySerializer());

    private final List<ConfigurableApplicationContext> started = new ArrayList<>();

    Library() {
        this(MONGO.uri("library_" + next()));
    }

    Library(String mongo) {
        this.mongo = mongo;
        this.topic = "hocvu.hall.events-" + next();
        this.database = POSTGRES.database("library_" + next(), "hocvu");
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", KAFKA.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized int next() {
        return ++count;
    }

    private static KafkaServer kafka() {
        try {
            var folder = Files.createTempDirectory("hocvu-kafka");
            var server = KafkaServer.start(folder.resolve("data"));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                server.close();
                Folders.delete(folder);
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells a fact of a hall, under an id that is the same for every delivery. */
    void tell(String hall, long sequence, HallFact fact) {
        send(hall, sequence, "vn.hocvu.hall." + fact.getClass().getSimpleName() + ".v1", JSON.writeValueAsBytes(fact));
    }

    void send(String hall, long sequence, String type, byte[] payload) {
        var record = new ProducerRecord<>(topic, hall, payload);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id(hall, sequence),
                        "ce_type", type,
                        "ce_source", "hall",
                        "ce_subject", hall,
                        "ce_time", "2020-05-01T01:02:03Z",
                        "ce_sequence", Long.toString(sequence),
                        "ce_actor", "an",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var unused = producer.send(record);
    }

    static String id(String hall, long sequence) {
        return UUID.nameUUIDFromBytes((hall + "/" + sequence).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    void flush() {
        producer.flush();
    }

    Running start(String... settings) {
        return start(new HallView(1), settings);
    }

    Running start(HallView halls, String... settings) {
        var properties = new TreeMap<String, Object>(Map.of(
                "spring.application.name",
                "library",
                "hocvu.postgres.url",
                database.url(),
                "hocvu.postgres.username",
                database.username(),
                "hocvu.postgres.password",
                database.password(),
                "hocvu.kafka.bootstrap",
                KAFKA.bootstrap(),
                "hocvu.mongodb.uri",
                mongo,
                "test.topic",
                topic,
                "spring.main.banner-mode",
                "off"));
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        var context = new SpringApplicationBuilder(LibraryService.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(c -> {
                    c.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
                    c.getBeanFactory().registerSingleton("hallView", halls);
                })
                .build()
                .run();
        started.add(context);
        return new Running(context, halls);
    }

    /** What the server of the views holds now, by collection; who folds is no part of it. */
    Map<String, List<Document>> everything() {
        var all = new TreeMap<String, List<Document>>();
        try (var client = client()) {
            var views = client.getDatabase(databaseName());
            for (var name : views.listCollectionNames()) {
                if (!name.equals("_leases")) {
                    all.put(name, views.getCollection(name).find().into(new ArrayList<>()));
                }
            }
        }
        return all;
    }

    /** Makes documents what they were. */
    void putBack(Map<String, List<Document>> older) {
        try (var client = client()) {
            var views = client.getDatabase(databaseName());
            older.forEach((name, documents) -> documents.forEach(document ->
                    views.getCollection(name).replaceOne(Filters.eq("_id", document.get("_id")), document)));
        }
    }

    /** One by one: the embedded server never recovers when a whole database goes while somebody writes to it. */
    void loseEverything() {
        try (var client = client()) {
            var views = client.getDatabase(databaseName());
            views.listCollectionNames()
                    .forEach(name -> views.getCollection(name).drop());
        }
    }

    /** The rows of MongoDB as a client of another kind sees them. */
    MongoClient client() {
        return MongoClients.create(mongo);
    }

    String databaseName() {
        return mongo.substring(mongo.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        started.forEach(ConfigurableApplicationContext::close);
        producer.close(Duration.ofSeconds(5));
    }

    static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .ignoreException(RowsNotWhole.class)
                .atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }

    /** One process of the service. */
    record Running(ConfigurableApplicationContext context, HallView halls) implements AutoCloseable {
        Views views() {
            return context.getBean(Views.class);
        }

        Rows<HallRow> hallRows() {
            return views().rows(HallView.class);
        }

        ParkedMessages parked() {
            return context.getBean(ParkedMessages.class);
        }

        double counted(String meter) {
            return context.getBean(MeterRegistry.class).find(meter).counters().stream()
                    .mapToDouble(counter -> counter.count())
                    .sum();
        }

        String health(String part) {
            return context.getBean(part + "HealthIndicator", HealthIndicator.class)
                    .health()
                    .getStatus()
                    .getCode();
        }

        void awaitTopics() {
            if (!views().awaitTopics(Duration.ofSeconds(25))) {
                throw new AssertionError("the views did not catch up with the topic");
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** The pure fold of what halls told, in order of their histories: what rows must equal. */
    static HallRow fold(String hall, List<HallFact> told) {
        var row = HallRow.empty(hall);
        for (var i = 0; i < told.size(); i++) {
            row = row.after(new Fact<>(
                    told.get(i),
                    told.get(i).getClass().getSimpleName(),
                    "hall",
                    hall,
                    i,
                    id(hall, i),
                    java.time.Instant.EPOCH,
                    Map.of()));
        }
        return row;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class LibraryService {
        @Bean
        EventNames eventNames() {
            return EventNames.builder().add("BookPut", 1, Shelf.BookPut.class).build();
        }

        @Bean
        Aggregates aggregates() {
            return Aggregates.of(Shelf.class);
        }

        @Bean
        CommandRights rights() {
            return command -> Set.of("READER");
        }

        @Bean
        DistrictView districtView() {
            return new DistrictView();
        }

        @Bean
        Shelf.ShelfView shelfView() {
            return new Shelf.ShelfView();
        }

        @Bean
        Consumption halls(Environment environment) {
            return new Consumption(
                    environment.getRequiredProperty("test.topic"),
                    List.of(
                            type("HallOpened", HallFact.HallOpened.class),
                            type("SeatTaken", HallFact.SeatTaken.class),
                            type("SeatFreed", HallFact.SeatFreed.class)));
        }

        private static <T> ConsumedType<T> type(String name, Class<T> body) {
            return new ConsumedType<>("vn.hocvu.hall." + name + ".v1", body);
        }
    }
}
