package vn.hocvu.platform.webkit.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.webkit.Peers;

/** Hands the person's own token on: a caller's bearer token, or the one that came with the sign-in. */
final class SignedInPeers implements Peers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignedInPeers.class);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Map<String, String> addresses;
    private final OAuth2AuthorizedClientManager signIns;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    SignedInPeers(Map<String, String> addresses, OAuth2AuthorizedClientManager signIns, JsonMapper json) {
        this.addresses = addresses;
        this.signIns = signIns;
        this.json = json;
    }

    @Override
    public Map<String, JsonNode> get(Collection<String> services, String path) {
        var token = token(SecurityContextHolder.getContext().getAuthentication());
        var asked = new LinkedHashMap<String, CompletableFuture<Optional<JsonNode>>>();
        if (token != null) {
            services.stream()
                    .filter(addresses::containsKey)
                    .forEach(service -> asked.put(service, ask(service, path, token)));
        }
        var answers = new LinkedHashMap<String, JsonNode>();
        asked.forEach((service, answer) -> answer.join().ifPresent(body -> answers.put(service, body)));
        return answers;
    }

    private CompletableFuture<Optional<JsonNode>> ask(String service, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(Objects.requireNonNull(addresses.get(service)) + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer ->
                        answer.statusCode() == OK ? Optional.of(json.readTree(answer.body())) : unavailable(service))
                .exceptionally(away -> unavailable(service))
                .orTimeout(ANSWER.plus(CONNECT).toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(slow -> unavailable(service));
    }

    @Override
    public Optional<byte[]> post(String service, String path, Object body, Duration atMost) {
        var token = token(SecurityContextHolder.getContext().getAuthentication());
        var address = addresses.get(service);
        if (token == null || address == null) {
            return Optional.empty();
        }
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(atMost)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == OK ? Optional.of(answer.body()) : none(service);
        } catch (IOException away) {
            return none(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none(service);
        }
    }

    private static Optional<byte[]> none(String service) {
        unavailable(service);
        return Optional.empty();
    }

    private static Optional<JsonNode> unavailable(String service) {
        LOG.atInfo().addKeyValue("service", service).log("Another service did not answer; the page says so");
        return Optional.empty();
    }

    private @Nullable String token(@Nullable Authentication person) {
        if (person == null) {
            return null;
        }
        if (person.getPrincipal() instanceof Jwt jwt) {
            return jwt.getTokenValue();
        }
        try {
            var client = signIns.authorize(
                    OAuth2AuthorizeRequest.withClientRegistrationId(SecurityAutoConfiguration.REGISTRATION)
                            .principal(person)
                            .build());
            return client == null ? null : client.getAccessToken().getTokenValue();
        } catch (OAuth2AuthorizationException expired) {
            LOG.debug("The sign-in has no token that could be handed on", expired);
            return null;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
