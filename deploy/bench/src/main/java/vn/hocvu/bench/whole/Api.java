package vn.hocvu.bench.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.bench.measure.Await;
import vn.hocvu.local.Launcher;
import vn.hocvu.local.Port;

/** The public API, called as the sample accounts with a bearer token. */
final class Api implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final WholeSystem system;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(WholeSystem system) {
        this.system = system;
    }

    String token(String user) {
        return tokens.computeIfAbsent(user, name -> {
            try {
                return Launcher.token(system.installation(), name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** Sends once, whatever the answer. */
    HttpResponse<String> send(String user, URI address, byte[] body) {
        return send("POST", user, address, body);
    }

    private HttpResponse<String> send(String method, String user, URI address, byte[] body) {
        var request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token(user))
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        return answered(request);
    }

    /** @throws IllegalStateException if it is not accepted */
    JsonNode post(Port service, String user, String path, Map<String, ?> body) {
        return accepted("POST", service, user, path, body);
    }

    /** @throws IllegalStateException if it is not accepted */
    JsonNode put(Port service, String user, String path, Map<String, ?> body) {
        return accepted("PUT", service, user, path, body);
    }

    private JsonNode accepted(String method, Port service, String user, String path, Map<String, ?> body) {
        var address = URI.create(system.address(service, "/api/v1" + path));
        var answer = send(method, user, address, JSON.writeValueAsBytes(body));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    /** Asks until the answer is as wished. */
    JsonNode await(Port service, String user, String path, Predicate<JsonNode> wished) {
        var last = new JsonNode[1];
        Await.until(path, LIMIT, LOOK_EVERY, () -> {
            var request = HttpRequest.newBuilder(URI.create(system.address(service, "/api/v1" + path)))
                    .timeout(LIMIT)
                    .header("Authorization", "Bearer " + token(user))
                    .build();
            var answer = answered(request);
            last[0] = answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.nullNode();
            return answer.statusCode() == 200 && wished.test(last[0]);
        });
        return last[0];
    }

    private HttpResponse<String> answered(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
