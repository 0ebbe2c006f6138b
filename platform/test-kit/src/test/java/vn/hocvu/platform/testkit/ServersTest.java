package vn.hocvu.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** What a test asks for is real and its own. */
class ServersTest {
    @Test
    void everyDatabaseIsFreshAndLimitsTransactions() throws Exception {
        var first = Servers.postgres("planning");
        var second = Servers.postgres("planning");

        assertThat(first.url()).isNotEqualTo(second.url());
        try (var connection = DriverManager.getConnection(first.url(), first.username(), first.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show transaction_timeout")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("5s");
        }
    }

    @Test
    void topicsAreFresh() throws Exception {
        var topic = Servers.topic("facts", 12);

        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", Servers.kafka()))) {
            assertThat(admin.listTopics().names().get()).contains(topic);
        }
        assertThat(Servers.topic("facts", 1)).isNotEqualTo(topic);
        assertThat(Servers.mongo()).isNotEqualTo(Servers.mongo());
    }

    @Test
    void aTokenCarriesTheClaimsOfItsAccount() throws Exception {
        var token = Tokens.of("center_admin.ba-vi");

        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("CENTER_ADMIN", "\"organization\":\"ba-vi\"", Tokens.issuer());
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Tokens.issuer() + "/.well-known/openid-configuration"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.body()).contains(Tokens.issuer() + "/oauth2/jwks");
    }
}
