package vn.hocvu.proof.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.local.Launcher;
import vn.hocvu.proof.system.RunningSystem;
import vn.hocvu.proof.system.Service;
import vn.hocvu.proof.system.Waiting;

/** The public API, called as the sample accounts. */
public final class Api implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String BASE = "/api/v1";

    private final RunningSystem system;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Api(RunningSystem system) {
        this.system = system;
    }

    /**
     * What came back.
     *
     * @param version from the ETag, -1 without one
     */
    record Answer(int status, JsonNode body, long version) {
        boolean done() {
            return status >= 200 && status < 300;
        }

        /** Nobody decided: the server could not, or others stood in the way; whoever asks again may hear of the first time. */
        boolean open() {
            return status >= 500 || status == 429 || code().equals("Contended");
        }

        String code() {
            return body.path("code").asString(Integer.toString(status));
        }
    }

    /** The full path under which a command goes out; part of what its id is derived from. */
    static String path(String path) {
        return BASE + path;
    }

    /** Sends a command to one process. */
    Answer send(String program, String method, String user, String path, Map<String, ?> body, String key)
            throws IOException {
        var request = request(system.address(program) + path(path), user)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return answer(ask(request));
    }

    /** Sends a command that must be done, for example to prepare what the load needs; asks again while nobody decides. */
    public JsonNode post(Service service, String user, String path, Map<String, ?> body, String key) {
        var last = new AtomicReference<Answer>();
        Waiting.until(
                "an answer to " + user + " POST " + path,
                LIMIT,
                () -> {
                    try {
                        last.set(send(service.word(), "POST", user, path, body, key));
                        return !last.get().open();
                    } catch (IOException away) {
                        return false;
                    }
                },
                () -> "last answer: " + last.get());
        if (!last.get().done()) throw new AssertionError(user + " POST " + path + " was answered " + last.get());
        return last.get().body();
    }

    Answer get(String program, String user, String path) throws IOException {
        return answer(ask(request(system.address(program) + path(path), user).GET()));
    }

    /** Asks until the answer is as wished. */
    public JsonNode await(
            Service service, String user, String path, String what, Duration limit, Predicate<JsonNode> wished) {
        var last = new AtomicReference<JsonNode>(JSON.nullNode());
        Waiting.until(
                what,
                limit,
                () -> {
                    try {
                        var answer = get(service.word(), user, path);
                        last.set(answer.body());
                        return answer.done() && wished.test(answer.body());
                    } catch (IOException away) {
                        return false;
                    }
                },
                () -> "last answer: " + last.get());
        return last.get();
    }

    /** The meters of a program as it tells them to a collector; empty when it does not answer. */
    public String meters(String program) {
        try {
            var answer = ask(HttpRequest.newBuilder(URI.create(system.operations(program) + "/actuator/prometheus"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token("sys_admin"))
                    .GET());
            return answer.statusCode() == 200 ? new String(answer.body(), StandardCharsets.UTF_8) : "";
        } catch (IOException away) {
            return "";
        }
    }

    /** A program's health with its details. */
    public JsonNode health(String program) throws IOException {
        return answer(ask(HttpRequest.newBuilder(URI.create(system.operations(program) + "/actuator/health"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token("sys_admin"))
                        .GET()))
                .body();
    }

    private HttpRequest.Builder request(String address, String user) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Accept", "application/json, */*")
                .header("Accept-Language", "vi")
                .header("Authorization", "Bearer " + token(user));
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        var version = response.headers()
                .firstValue("ETag")
                .map(tag -> Long.parseLong(tag.replaceAll("\\D", "")))
                .orElse(-1L);
        var body =
                type.contains("json") && response.body().length > 0 ? JSON.readTree(response.body()) : JSON.nullNode();
        return new Answer(response.statusCode(), body, version);
    }

    private String token(String user) {
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

    @Override
    public void close() {
        client.shutdownNow();
    }
}
