package vn.hocvu.platform.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID issuer for tests, started at its first use, once per JVM, on a free port of the loopback address. A service
 * under test gets {@link #issuer()} as {@code hocvu.oidc.issuer} and accepts the tokens that {@link #of(String)} signs.
 */
public final class Tokens {
    private static final Duration VALIDITY = Duration.ofHours(8);
    private static final String KEY_ID = "test";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    /** The issuer's address. */
    public static String issuer() {
        return Running.ISSUER;
    }

    /**
     * A bearer token of a sample account, as the local identity provider gives it: {@code planning_officer},
     * {@code center_admin.ba-vi}. An account without an organisation behind a dot belongs to the school.
     */
    public static String of(String account) {
        var dot = account.indexOf('.');
        var role = (dot < 0 ? account : account.substring(0, dot)).toUpperCase(Locale.ROOT);
        var organization = dot < 0 ? organizationOf(account) : account.substring(dot + 1);
        return of(account, List.of(role), organization);
    }

    /** A bearer token with exactly these claims. */
    public static String of(String account, List<String> roles, @Nullable String organization) {
        var now = InstantSource.system().instant();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer());
        claims.put("sub", account);
        claims.put("aud", List.of("hocvu"));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(VALIDITY).getEpochSecond());
        claims.put("name", account);
        claims.put("preferred_username", account);
        claims.put("roles", roles);
        if (organization != null) claims.put("organization", organization);
        return sign(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID), claims);
    }

    private static String organizationOf(String account) {
        return switch (account) {
            case "city_org_board" -> "ban-to-chuc-thanh-uy";
            case "city_propaganda_board" -> "ban-tuyen-giao-thanh-uy";
            case "leadership_viewer" -> "thanh-uy";
            default -> "truong";
        };
    }

    private static String sign(Map<String, ?> header, Map<String, ?> claims) {
        try {
            var body = BASE64.encodeToString(JSON.writeValueAsBytes(header)) + "."
                    + BASE64.encodeToString(JSON.writeValueAsBytes(claims));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(Running.KEYS.getPrivate());
            signature.update(body.getBytes(StandardCharsets.US_ASCII));
            return body + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Running {
        static final KeyPair KEYS = keys();
        static final String ISSUER = start();

        private static KeyPair keys() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String start() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                var issuer = "http://localhost:" + server.getAddress().getPort();
                answer(server, "/.well-known/openid-configuration", configuration(issuer));
                answer(server, "/oauth2/jwks", Map.of("keys", List.of(publicKey())));
                server.setExecutor(task -> Thread.ofVirtual().start(task));
                server.start();
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> server.stop(0)));
                return issuer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, Object> configuration(String issuer) {
            return Map.of(
                    "issuer",
                    issuer,
                    "authorization_endpoint",
                    issuer + "/oauth2/authorize",
                    "token_endpoint",
                    issuer + "/oauth2/token",
                    "jwks_uri",
                    issuer + "/oauth2/jwks",
                    "userinfo_endpoint",
                    issuer + "/userinfo",
                    "end_session_endpoint",
                    issuer + "/connect/logout",
                    "response_types_supported",
                    List.of("code"),
                    "subject_types_supported",
                    List.of("public"),
                    "scopes_supported",
                    List.of("openid", "profile"),
                    "id_token_signing_alg_values_supported",
                    List.of("RS256"));
        }

        private static Map<String, Object> publicKey() {
            var key = (RSAPublicKey) KEYS.getPublic();
            return Map.of(
                    "kty",
                    "RSA",
                    "use",
                    "sig",
                    "alg",
                    "RS256",
                    "kid",
                    KEY_ID,
                    "n",
                    unsigned(key.getModulus()),
                    "e",
                    unsigned(key.getPublicExponent()));
        }

        private static String unsigned(BigInteger number) {
            var bytes = number.toByteArray();
            return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
        }

        private static void answer(HttpServer server, String path, Map<String, ?> body) {
            var bytes = JSON.writeValueAsBytes(body);
            server.createContext(path, exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                try (var stream = exchange.getResponseBody()) {
                    stream.write(bytes);
                }
            });
        }
    }
}
