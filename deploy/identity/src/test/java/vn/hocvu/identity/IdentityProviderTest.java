package vn.hocvu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People sign in once and every service learns who they are and for whom they act. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class IdentityProviderTest {
    private static final String VERIFIER = "a-code-verifier-that-is-long-enough-for-the-protocol-0123456789";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path home;

    @Autowired
    Environment environment;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("hocvu.identity.home", () -> home);
    }

    @Test
    void oneSignInServesAllServicesWithTheClaimsTheyDecideBy() throws Exception {
        var signInPage = get(authorize("planning", 8081));
        assertThat(signInPage.statusCode()).isEqualTo(302);
        assertThat(location(signInPage)).endsWith("/sign-in");
        var form = get("/sign-in");
        assertThat(form.body()).contains("Đăng nhập", "center_admin.ba-vi", "city_org_board");

        var signedIn =
                post("/sign-in", Map.of("username", "center_admin.ba-vi", "password", "hocvu", "_csrf", csrf(form)));
        var back = get(location(signedIn));
        assertThat(location(back)).startsWith("http://localhost:8081/login/oauth2/code/hocvu?code=");
        var tokens = tokens("planning", 8081, code(back));

        for (var token : new String[] {"access_token", "id_token"}) {
            var claims = claims(tokens.get(token).asString());
            assertThat(claims.get("sub").asString()).isEqualTo("center_admin.ba-vi");
            assertThat(claims.get("iss").asString()).isEqualTo("http://localhost:9080");
            assertThat(claims.get("roles").get(0).asString()).isEqualTo("CENTER_ADMIN");
            assertThat(claims.get("organization").asString()).isEqualTo("ba-vi");
            assertThat(claims.get("name").asString()).isNotBlank();
        }
        assertThat(claims(tokens.get("access_token").asString()).get("aud").toString())
                .contains("\"hocvu\"");
        var second = get(authorize("reporting", 8084));
        assertThat(location(second)).startsWith("http://localhost:8084/login/oauth2/code/hocvu?code=");
        var ended = get("/connect/logout?id_token_hint="
                + tokens.get("id_token").asString() + "&post_logout_redirect_uri=" + encode("http://localhost:8081/"));
        assertThat(location(ended)).isEqualTo("http://localhost:8081/");
        assertThat(location(get(authorize("class", 8083)))).endsWith("/sign-in");
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        var form = get("/sign-in");

        var refused = post("/sign-in", Map.of("username", "auditor", "password", "wrong", "_csrf", csrf(form)));

        assertThat(location(refused)).endsWith("/sign-in?error");
        assertThat(get("/sign-in?error&lang=en").body()).contains("Wrong user name or password");
    }

    @Test
    void aScriptOnThisMachineGetsTheTokenOfASampleAccount() throws Exception {
        var answer = post("/sample-tokens", Map.of("user", "leadership_viewer"));

        assertThat(answer.statusCode()).isEqualTo(200);
        var claims = claims(answer.body());
        assertThat(claims.get("roles").get(0).asString()).isEqualTo("LEADERSHIP_VIEWER");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(8 * 3600);
        assertThat(post("/sample-tokens", Map.of("user", "nobody")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPageThatReachesUsUnderAnotherNameGetsNoToken() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", port())) {
            var body = "user=auditor";
            socket.getOutputStream()
                    .write(("POST /sample-tokens HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void theSigningKeyOutlivesARestart(@TempDir Path folder) {
        var first = SigningKey.in(folder);

        assertThat(SigningKey.in(folder).getKeys().getFirst().getKeyID())
                .isEqualTo(first.getKeys().getFirst().getKeyID());
    }

    private String authorize(String service, int port) throws Exception {
        var challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return "/oauth2/authorize?response_type=code&client_id=hocvu-" + service + "&scope=openid%20profile&state=s"
                + "&redirect_uri=" + encode("http://localhost:" + port + "/login/oauth2/code/hocvu")
                + "&code_challenge_method=S256&code_challenge=" + challenge;
    }

    private JsonNode tokens(String service, int port, String code) throws Exception {
        var request = HttpRequest.newBuilder(at("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("hocvu-" + service + ":hocvu-local-sample-secret")
                                                .getBytes(StandardCharsets.US_ASCII)))
                .POST(BodyPublishers.ofString("grant_type=authorization_code&code=" + encode(code) + "&code_verifier="
                        + VERIFIER + "&redirect_uri="
                        + encode("http://localhost:" + port + "/login/oauth2/code/hocvu")))
                .build();
        var answer = browser.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI at(String path) {
        return path.startsWith("http") ? URI.create(path) : URI.create("http://localhost:" + port() + path);
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String code(HttpResponse<?> answer) {
        return found(Pattern.compile("[?&]code=([^&]+)"), location(answer));
    }

    private static String csrf(HttpResponse<String> page) {
        return found(Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\""), page.body());
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
