package vn.hocvu.platform.eventstore.axon;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Defaults of every service with an event store; whatever a service or its environment says wins. */
public final class EventStoreDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("hocvu.postgres.url", "jdbc:postgresql://localhost:15432/${spring.application.name:hocvu}"),
            Map.entry("hocvu.postgres.username", "hocvu"),
            Map.entry("hocvu.postgres.password", "hocvu"),
            // Migrations may run under a role of their own; then the application's role cannot change events.
            Map.entry("hocvu.postgres.migration-username", "${hocvu.postgres.username}"),
            Map.entry("hocvu.postgres.migration-password", "${hocvu.postgres.password}"),
            Map.entry("hocvu.event-store.transaction-timeout", "5s"),
            Map.entry("hocvu.audit.origin", "${spring.application.name:hocvu}"),
            Map.entry("spring.datasource.url", "${hocvu.postgres.url}"),
            Map.entry("spring.datasource.username", "${hocvu.postgres.username}"),
            Map.entry("spring.datasource.password", "${hocvu.postgres.password}"),
            Map.entry("spring.datasource.hikari.maximum-pool-size", "20"),
            // A caller hears within two seconds that the database is away.
            Map.entry("spring.datasource.hikari.connection-timeout", "1500"),
            Map.entry("spring.datasource.hikari.validation-timeout", "1000"),
            Map.entry(
                    "spring.datasource.hikari.connection-init-sql",
                    "SET transaction_timeout = '${hocvu.event-store.transaction-timeout}'"),
            Map.entry(
                    "spring.datasource.hikari.data-source-properties.ApplicationName",
                    "${spring.application.name:hocvu}"),
            Map.entry("spring.datasource.hikari.data-source-properties.connectTimeout", "2"),
            Map.entry("spring.datasource.hikari.data-source-properties.socketTimeout", "10"),
            Map.entry("spring.datasource.hikari.data-source-properties.tcpKeepAlive", "true"),
            Map.entry("spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true"),
            // A connection of its own: migrations may take longer than a command, and leave nothing set behind.
            Map.entry("spring.flyway.url", "${spring.datasource.url}"),
            Map.entry("spring.flyway.user", "${hocvu.postgres.migration-username}"),
            Map.entry("spring.flyway.password", "${hocvu.postgres.migration-password}"),
            Map.entry("spring.flyway.init-sqls", "SET transaction_timeout = 0"),
            Map.entry(
                    "spring.flyway.locations",
                    "classpath:db/eventstore,classpath:db/eventstream,classpath:db/webkit,classpath:db/service"),
            Map.entry("spring.flyway.out-of-order", "true"),
            Map.entry("spring.flyway.placeholders.application_role", "${spring.datasource.username}"),
            // The ranges of migration versions belong to different modules, so they arrive in any order.
            Map.entry("logging.level.org.flywaydb.core.internal.command.DbMigrate", "ERROR"),
            // The framework registers one of its gauges twice.
            Map.entry("logging.level.io.micrometer.core.instrument.MeterRegistry", "ERROR"),
            // A command for something that does not exist is an answer, not a warning.
            Map.entry("logging.level.org.axonframework.modelling.command.AbstractRepository", "ERROR"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("management.endpoint.health.status.order", "DOWN,OUT_OF_SERVICE,DEGRADED,UP,UNKNOWN"),
            // Without its database a service can decide nothing; what else is away never takes it out of rotation.
            Map.entry("management.endpoint.health.group.readiness.include", "readinessState,db"),
            // Time limits are PostgreSQL's: see the start-up check.
            Map.entry("axon.timeout.enabled", "false"),
            Map.entry("axon.update-check.disabled", "true"),
            Map.entry("axon.axonserver.enabled", "false"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        environment.getPropertySources().addLast(new MapPropertySource("event store defaults", DEFAULTS));
    }
}
