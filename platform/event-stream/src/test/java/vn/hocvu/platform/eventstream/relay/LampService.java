package vn.hocvu.platform.eventstream.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import vn.hocvu.local.servers.Database;
import vn.hocvu.local.servers.FreePorts;
import vn.hocvu.local.servers.KafkaServer;
import vn.hocvu.local.servers.PostgresServer;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstream.Message;
import vn.hocvu.platform.eventstream.Publication;

/** A service that publishes, on a real PostgreSQL and a real Kafka that tests may stop and start. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class LampService {
    static final PostgresServer POSTGRES = PostgresServer.startTemporary();
    static final Broker KAFKA = new Broker();
    private static final Actor AN = new Actor("an", Set.of("LIGHTER"), "ba-vi");
    private static int count;

    /** One broker, always at the same address. */
    static final class Broker {
        private final Path folder = temporary();
        private final int port = FreePorts.next();
        private final int controller = FreePorts.next();
        private KafkaServer server = KafkaServer.start(folder, port, controller);

        String bootstrap() {
            return "127.0.0.1:" + port;
        }

        void stop() {
            server.close();
        }

        void start() {
            server = KafkaServer.start(folder, port, controller);
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("hocvu-relay-kafka").resolve("data");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a test does at the relay's failpoints and to its messages. */
    static final class Hooks {
        final AtomicReference<Failpoint> failpoint = new AtomicReference<>(place -> {});
        final AtomicReference<String> unpublishable = new AtomicReference<>("");
    }

    @Bean
    EventNames eventNames() {
        return EventNames.builder()
                .add("LampLit", 1, Lamp.LampEvent.LampLit.class)
                .add("LampSeen", 1, Lamp.LampEvent.LampSeen.class)
                .build();
    }

    @Bean
    Aggregates aggregates() {
        return Aggregates.of(Lamp.class);
    }

    @Bean
    CommandRights rights() {
        return command -> Set.of("LIGHTER");
    }

    @Bean
    Hooks hooks() {
        return new Hooks();
    }

    @Bean
    Failpoint failpoint(Hooks hooks) {
        return place -> hooks.failpoint.get().hit(place);
    }

    @Bean
    Publication publication(Hooks hooks, org.springframework.core.env.Environment environment) {
        return new Publication() {
            @Override
            public String topic() {
                return environment.getRequiredProperty("test.topic");
            }

            @Override
            public String source() {
                return "lamp";
            }

            @Override
            public Optional<Message> of(Object storedEvent) {
                return switch ((Lamp.LampEvent) storedEvent) {
                    case Lamp.LampEvent.LampLit lit -> {
                        if (lit.note().equals(hooks.unpublishable.get()))
                            throw new IllegalStateException("no words for " + lit.note());
                        yield Optional.of(new Message("LampLit", 1, lit));
                    }
                    case Lamp.LampEvent.LampSeen seen -> Optional.empty();
                };
            }
        };
    }

    /** One database and topic; any number of instances of the service on them. */
    static final class World implements AutoCloseable {
        final Database database;
        final String topic;
        private final List<ConfigurableApplicationContext> instances = new ArrayList<>();

        World() {
            synchronized (LampService.class) {
                var number = ++count;
                database = POSTGRES.database("lamp_" + number, "hocvu");
                topic = "lamp.events." + number;
            }
        }

        ConfigurableApplicationContext start(String... settings) {
            var properties = new TreeMap<String, Object>(Map.of(
                    "spring.application.name", "lamp",
                    "spring.main.banner-mode", "off",
                    "hocvu.postgres.url", database.url(),
                    "hocvu.postgres.username", database.username(),
                    "hocvu.postgres.password", database.password(),
                    "hocvu.kafka.bootstrap", KAFKA.bootstrap(),
                    "test.topic", topic));
            Arrays.stream(settings).map(s -> s.split("=", 2)).forEach(s -> properties.put(s[0], s[1]));
            var instance = new SpringApplicationBuilder(LampService.class)
                    .web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .initializers(context -> context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("test", properties)))
                    .build()
                    .run();
            instances.add(instance);
            return instance;
        }

        /** Reads the topic until it holds at least that many records. */
        List<ConsumerRecord<String, String>> records(int atLeast) {
            var records = new ArrayList<ConsumerRecord<String, String>>();
            try (var consumer = new KafkaConsumer<>(
                    Map.<String, Object>of("bootstrap.servers", KAFKA.bootstrap(), "auto.offset.reset", "earliest"),
                    new StringDeserializer(),
                    new StringDeserializer())) {
                awaitTrue(() -> !consumer.partitionsFor(topic).isEmpty());
                var partitions = consumer.partitionsFor(topic).stream()
                        .map(p -> new TopicPartition(topic, p.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                awaitTrue(() -> {
                    consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                    return records.size() >= atLeast;
                });
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }

        @Override
        public void close() {
            instances.forEach(ConfigurableApplicationContext::close);
        }
    }

    static void light(ConfigurableApplicationContext service, String lamp, String note, int times) {
        service.getBean(Commands.class).send(Order.of(new Lamp.LampCommand.Light(lamp, note, times), AN));
    }

    static Hooks hooks(ConfigurableApplicationContext service) {
        return service.getBean(Hooks.class);
    }

    static void awaitTrue(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }
}
