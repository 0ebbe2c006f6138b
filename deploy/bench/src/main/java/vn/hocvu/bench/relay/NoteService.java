package vn.hocvu.bench.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import vn.hocvu.bench.measure.Cpu;
import vn.hocvu.bench.servers.Servers;
import vn.hocvu.local.servers.Database;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstream.Message;
import vn.hocvu.platform.eventstream.Publication;

/** A service with the product's own store and relay, wired as every service is. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class NoteService {
    private static final Actor WRITER = new Actor("writer", Set.of("WRITER"), "ba-vi");

    @Bean
    EventNames eventNames() {
        return EventNames.builder().add("Noted", 1, Notebook.Noted.class).build();
    }

    @Bean
    Aggregates aggregates() {
        return Aggregates.of(Notebook.class);
    }

    @Bean
    CommandRights rights() {
        return command -> Set.of("WRITER");
    }

    @Bean
    Publication publication(Environment environment) {
        String topic = environment.getRequiredProperty("bench.topic");
        return new Publication() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public String source() {
                return "note";
            }

            @Override
            public Optional<Message> of(Object storedEvent) {
                return Optional.of(new Message("Noted", 1, storedEvent));
            }
        };
    }

    @Bean
    StartingGun startingGun() {
        return new StartingGun();
    }

    /** Notes the moment right before the relay begins. */
    static final class StartingGun implements SmartLifecycle {
        private static final int RIGHT_BEFORE_THE_RELAY = Integer.MAX_VALUE - 5_001;

        private volatile long firedAt;
        private volatile long cpuAt;

        @Override
        public void start() {
            cpuAt = Cpu.nanos();
            firedAt = System.nanoTime();
        }

        @Override
        public void stop() {
            firedAt = 0;
        }

        @Override
        public boolean isRunning() {
            return firedAt != 0;
        }

        @Override
        public int getPhase() {
            return RIGHT_BEFORE_THE_RELAY;
        }

        long firedAt() {
            return firedAt;
        }

        /** Processor time that was used before. */
        long cpuAt() {
            return cpuAt;
        }
    }

    static ConfigurableApplicationContext start(Servers servers, Database database, String topic, boolean relay) {
        return start(servers, database, topic, relay, Map.of());
    }

    /** Starts it with settings of its own. */
    public static ConfigurableApplicationContext start(
            Servers servers, Database database, String topic, boolean relay, Map<String, String> more) {
        var told = new HashMap<String, Object>(Map.of(
                "spring.application.name", "note",
                "spring.main.banner-mode", "off",
                "hocvu.postgres.url", database.url(),
                "hocvu.postgres.username", database.username(),
                "hocvu.postgres.password", database.password(),
                "hocvu.kafka.bootstrap", servers.kafka(),
                "hocvu.mongodb.uri", servers.mongo(database.username()),
                "hocvu.relay.enabled", Boolean.toString(relay),
                "bench.topic", topic));
        told.putAll(more);
        return new SpringApplicationBuilder(NoteService.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", told)))
                .build()
                .run();
    }

    /** Has notes written by one command. */
    public static void write(ConfigurableApplicationContext service, String notebook, int first, int notes, Text text) {
        service.getBean(Commands.class).send(Order.of(new Notebook.Write(notebook, first, notes, text), WRITER));
    }

    /** Events that the relay has sent and that the broker has acknowledged. */
    static long relayed(ConfigurableApplicationContext service) {
        var batches =
                service.getBean(MeterRegistry.class).find("hocvu.relay.batch").summary();
        return batches == null ? 0 : (long) batches.totalAmount();
    }
}
