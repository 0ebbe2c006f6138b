package vn.hocvu.enrollment;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.hocvu.local.servers.Database;
import vn.hocvu.platform.testkit.Servers;
import vn.hocvu.platform.testkit.Tokens;

/** The whole service on real PostgreSQL, Kafka and the embedded view server; started once for all tests. */
@SpringBootTest(classes = EnrollmentService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
abstract class OnRealServers {
    static final String VAULT_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    static final Database DATABASE = Servers.postgres("enrollment");
    static final String VIEWS = Servers.mongo("enrollment");

    static {
        for (var source : new String[] {"planning", "class", "enrollment"}) {
            Servers.createTopic("hocvu." + source + ".events.v1", 12);
        }
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        settings.add("hocvu.postgres.url", DATABASE::url);
        settings.add("hocvu.postgres.username", DATABASE::username);
        settings.add("hocvu.postgres.password", DATABASE::password);
        settings.add("hocvu.kafka.bootstrap", Servers::kafka);
        settings.add("hocvu.mongodb.uri", () -> VIEWS);
        settings.add("hocvu.oidc.issuer", Tokens::issuer);
        settings.add("hocvu.vault.key", () -> VAULT_KEY);
        settings.add("management.server.port", () -> 0);
    }
}
