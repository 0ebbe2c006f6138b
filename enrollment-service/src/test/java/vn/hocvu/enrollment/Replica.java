package vn.hocvu.enrollment;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.hocvu.platform.testkit.Servers;
import vn.hocvu.platform.testkit.Tokens;

/** A second process of the service, as far as databases, topics and callers can tell. */
final class Replica {
    private Replica() {}

    static ConfigurableApplicationContext start() {
        var settings = Map.of(
                "server.port", "0",
                "management.server.port", "0",
                "hocvu.postgres.url", OnRealServers.DATABASE.url(),
                "hocvu.postgres.username", OnRealServers.DATABASE.username(),
                "hocvu.postgres.password", OnRealServers.DATABASE.password(),
                "hocvu.kafka.bootstrap", Servers.kafka(),
                "hocvu.mongodb.uri", OnRealServers.VIEWS,
                "hocvu.oidc.issuer", Tokens.issuer(),
                "hocvu.vault.key", OnRealServers.VAULT_KEY);
        return new SpringApplicationBuilder(EnrollmentService.class)
                .run(settings.entrySet().stream()
                        .map(e -> "--" + e.getKey() + "=" + e.getValue())
                        .toArray(String[]::new));
    }
}
