package vn.hocvu.planning;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.hocvu.platform.testkit.Servers;
import vn.hocvu.platform.testkit.Tokens;

/** The whole service on real PostgreSQL, Kafka and the embedded view server; started once for all tests. */
@SpringBootTest(
        classes = {PlanningService.class, Door.class, Door.DoorPage.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class OnRealServers {
    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        var database = Servers.postgres("planning");
        settings.add("hocvu.postgres.url", database::url);
        settings.add("hocvu.postgres.username", database::username);
        settings.add("hocvu.postgres.password", database::password);
        settings.add("hocvu.kafka.bootstrap", Servers::kafka);
        settings.add("hocvu.mongodb.uri", () -> Servers.mongo("planning"));
        settings.add("hocvu.oidc.issuer", Tokens::issuer);
        settings.add("management.server.port", () -> 0);
        for (var source : new String[] {"planning", "class", "enrollment"}) {
            Servers.createTopic("hocvu." + source + ".events.v1", 12);
        }
    }
}
