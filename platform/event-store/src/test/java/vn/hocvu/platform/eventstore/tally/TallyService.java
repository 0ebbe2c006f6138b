package vn.hocvu.platform.eventstore.tally;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import vn.hocvu.local.servers.Database;
import vn.hocvu.local.servers.PostgresServer;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Aggregates;
import vn.hocvu.platform.eventstore.CommandRights;
import vn.hocvu.platform.eventstore.EventNames;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand;
import vn.hocvu.platform.eventstore.tally.Tally.TallyEvent;

/** A service of one aggregate, started as often as a test needs it, on one real PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TallyService {
    static final PostgresServer POSTGRES = PostgresServer.startTemporary();
    static final Actor AN = new Actor("an", Set.of("MARKER", "OTHER"), "ba-vi");
    static final Actor STRANGER = new Actor("stranger", Set.of("OTHER"), null);

    private static int databases;

    @Bean
    EventNames eventNames() {
        return EventNames.builder()
                .add("TallyOpened", 1, TallyEvent.TallyOpened.class)
                .add("MarkAdded", 1, TallyEvent.MarkAdded.class)
                .build();
    }

    @Bean
    Aggregates aggregates() {
        return Aggregates.of(Tally.class);
    }

    /** Wrong by as much as a test says. */
    @Bean
    Clock clock(Environment environment) {
        return Clock.offset(
                Clock.systemUTC(), environment.getProperty("tally.clock.offset", Duration.class, Duration.ZERO));
    }

    @Bean
    CommandRights rights() {
        return command -> command instanceof TallyCommand ? Set.of("MARKER", "POLICY") : Set.of();
    }

    @Bean
    AtomicReference<Tally.Pause> pauses() {
        return new AtomicReference<>(command -> {});
    }

    @Bean
    Tally.Pause pause(AtomicReference<Tally.Pause> pauses) {
        return command -> pauses.get().before(command);
    }

    /** How many of the next commits succeed without the service hearing of it. */
    @Bean
    AtomicInteger answersLost() {
        return new AtomicInteger();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, AtomicInteger answersLost) {
        return new JdbcTransactionManager(dataSource) {
            @Override
            protected void doCommit(DefaultTransactionStatus status) {
                super.doCommit(status);
                if (answersLost.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    throw new TransactionSystemException("the connection was cut after COMMIT had been sent");
                }
            }
        };
    }

    static synchronized Database database() {
        return POSTGRES.database("tally_" + ++databases, "hocvu");
    }

    static ConfigurableApplicationContext start(Database database, String... settings) {
        var properties = new TreeMap<String, Object>(Map.of(
                "spring.application.name", "tally",
                "hocvu.postgres.url", database.url(),
                "hocvu.postgres.username", database.username(),
                "hocvu.postgres.password", database.password(),
                "spring.main.banner-mode", "off"));
        for (var setting : List.of(settings)) {
            var parts = setting.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        SpringApplication application = new SpringApplicationBuilder(TallyService.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("test", properties)))
                .build();
        return application.run();
    }
}
