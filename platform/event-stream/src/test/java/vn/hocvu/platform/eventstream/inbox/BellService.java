package vn.hocvu.platform.eventstream.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import vn.hocvu.local.servers.Database;
import vn.hocvu.local.servers.Folders;
import vn.hocvu.local.servers.KafkaServer;
import vn.hocvu.local.servers.PostgresServer;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstream.ConsumedType;
import vn.hocvu.platform.eventstream.Consumption;
import vn.hocvu.platform.eventstream.Policy;

/** A service that only reacts, on real servers, started as often as a test needs it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BellService {
    static final PostgresServer POSTGRES = PostgresServer.startTemporary();
    static final KafkaServer KAFKA = kafka();
    /** Bells for which the policy fails, as if by a defect. */
    static final Set<String> STUCK = ConcurrentHashMap.newKeySet();

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", KAFKA.bootstrap(), "linger.ms", "5"),
            new StringSerializer(),
            new ByteArraySerializer());
    private static int count;

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

    record DoorOpened(String doorId, int number) {}

    /** Whenever a door opens, its bell rings. */
    static final class WhenDoorOpenedRingItsBell implements Policy<DoorOpened> {
        @Override
        public Class<DoorOpened> fact() {
            return DoorOpened.class;
        }

        @Override
        public Object react(DoorOpened fact) {
            if (STUCK.contains(fact.doorId()) && fact.number() == 2) {
                throw new IllegalStateException("the rope is stuck");
            }
            return fact.number() < 0 ? null : new Bell.Ring(fact.doorId(), fact.number());
        }

        @Override
        public boolean expects(RuntimeException refusal) {
            return refusal instanceof Bell.WornOut;
        }
    }

    @Bean
    WhenDoorOpenedRingItsBell policy() {
        return new WhenDoorOpenedRingItsBell();
    }

    @Bean
    Consumption doors(Environment environment) {
        return new Consumption(
                environment.getRequiredProperty("test.topic"),
                List.of(new ConsumedType<>("vn.hocvu.door.DoorOpened.v1", DoorOpened.class)));
    }

    @Bean
    EventNames eventNames() {
        return EventNames.builder().add("Rang", 1, Bell.Rang.class).build();
    }

    @Bean
    Aggregates aggregates() {
        return Aggregates.of(Bell.class);
    }

    @Bean
    CommandRights rights() {
        return command -> Set.of("POLICY");
    }

    static synchronized Database database() {
        return POSTGRES.database("bells_" + ++count, "hocvu");
    }

    static synchronized String topic() {
        var topic = "hocvu.door.events-" + ++count;
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", KAFKA.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get(30, TimeUnit.SECONDS);
            return topic;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static ConfigurableApplicationContext start(Database database, String topic) {
        var properties = new TreeMap<String, Object>(Map.of(
                "spring.application.name", "bells-" + topic.replaceAll("\\D", ""),
                "hocvu.postgres.url", database.url(),
                "hocvu.postgres.username", database.username(),
                "hocvu.postgres.password", database.password(),
                "hocvu.kafka.bootstrap", KAFKA.bootstrap(),
                "test.topic", topic,
                "spring.main.banner-mode", "off"));
        return new SpringApplicationBuilder(BellService.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("test", properties)))
                .build()
                .run();
    }

    /** Tells that a door was opened, under an id that is the same for every delivery. */
    static void tell(String topic, String door, int number) {
        send(topic, door, number, "DoorOpened", "{\"doorId\":\"" + door + "\",\"number\":" + number + ",\"new\":1}");
    }

    static void send(String topic, String door, int number, String type, String payload) {
        var record = new ProducerRecord<>(topic, door, payload.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        door + "-" + number,
                        "ce_type",
                        "vn.hocvu.door." + type + ".v1",
                        "ce_source",
                        "door",
                        "ce_subject",
                        door,
                        "ce_time",
                        "2020-05-01T01:02:03Z",
                        "ce_sequence",
                        Integer.toString(Math.abs(number)),
                        "ce_correlationid",
                        "story-" + door)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            PRODUCER.send(record).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
