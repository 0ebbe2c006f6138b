package vn.hocvu.platform.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.platform.webkit.sample.SampleService;

@SpringBootTest(
        classes = {SampleService.class, FormAgainTest.Door.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=-1")
class FormAgainTest {
    /** Signs in without a provider; only in this test. */
    @Configuration(proxyBeanMethods = false)
    static class Door {
        @Bean
        @Order(0)
        SecurityFilterChain door(HttpSecurity http) {
            return http.securityMatcher("/door")
                    .authorizeHttpRequests(r -> r.anyRequest().permitAll())
                    .build();
        }

        @RestController
        @Allowed(Allowed.ANYONE)
        static class DoorPage {
            @GetMapping("/door")
            String enter(
                    jakarta.servlet.http.HttpServletRequest request,
                    jakarta.servlet.http.HttpServletResponse response) {
                var now = Instant.parse("2020-05-04T00:00:00Z");
                var user = new DefaultOidcUser(
                        AuthorityUtils.createAuthorityList("OIDC_USER"),
                        new OidcIdToken(
                                "token",
                                now,
                                now.plusSeconds(3_600),
                                Map.of("sub", "planning_officer", "roles", List.of("PLANNING_OFFICER"))));
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new OAuth2AuthenticationToken(user, user.getAuthorities(), "hocvu"));
                new HttpSessionSecurityContextRepository().saveContext(context, request, response);
                return "in";
            }
        }
    }

    @LocalServerPort
    int port;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String hidden(String html, String name) {
        var matcher =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(html);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    @Test
    void nothingTypedIsLostWhenAValueIsRefused() throws Exception {
        get("/door");
        var page = get("/classes/new");
        assertThat(page.statusCode()).isEqualTo(200);

        var again = post(
                "/classes",
                Map.of(
                        "_csrf", hidden(page.body(), "_csrf"),
                        "_form", hidden(page.body(), "_form"),
                        "_formId", "item",
                        "planned", "600",
                        "startOn", "31/02/2020",
                        "documentIssuer", "Thành ủy <b>"));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(again.body())
                .contains("id=\"error-summary\"")
                .contains("href=\"#item-planned\"")
                .contains("Giá trị phải từ 1 đến 500")
                .contains("value=\"600\"")
                .contains("value=\"31/02/2020\"")
                .contains("Thành ủy &lt;b&gt;")
                .contains("aria-invalid=\"true\"")
                .contains("value=\"/classes/new\"");
    }

    @Test
    void aRefusalAndAStaleVersionAreToldAtTheForm() throws Exception {
        get("/door");
        var page = get("/classes/new");
        var typed = new java.util.HashMap<>(Map.of(
                "_csrf", hidden(page.body(), "_csrf"),
                "_form", "/classes/new",
                "_formId", "item",
                "state", "OPENED",
                "startOn", "04/05/2020",
                "documentType", "DECISION",
                "documentNumber", "12-QĐ",
                "documentDate", "01/05/2020",
                "documentIssuer", "Trường"));

        typed.put("planned", "13");
        var refused = post("/classes", typed);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("1.234 bóng đèn hỏng").contains("value=\"13\"");

        typed.put("planned", "12");
        var stale = post("/classes", typed);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body())
                .contains("phiên bản 7")
                .contains("Giữ bản hiện tại")
                .contains("value=\"12\"");

        typed.put("planned", "80");
        var done = post("/classes", typed);
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(get("/classes").body()).contains("Đã đề xuất lớp với 80 học viên");
    }

    @Test
    void aPageThatDoesNotExistIsToldInWordsAndWithTheHeaders() throws Exception {
        get("/door");
        var nowhere = get("/nowhere/at/all");

        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("Không tìm thấy").contains("Mã tham chiếu");
        var csrf = post("/classes", Map.of("planned", "1"));
        assertThat(csrf.statusCode()).isEqualTo(403);
        assertThat(csrf.body()).contains("Phiên làm việc đã hết");
    }
}
