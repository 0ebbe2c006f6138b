package vn.hocvu.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.local.Installation;
import vn.hocvu.local.Launcher;
import vn.hocvu.local.Port;
import vn.hocvu.local.UsageError;

/** The public API of the four services, called as the sample accounts. */
final class Api implements AutoCloseable {
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(60);
    private static final Duration RETRY_LIMIT = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Installation installation;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(Installation installation) {
        this.installation = installation;
    }

    /** One of the four services. */
    enum Service {
        PLANNING(Port.PLANNING),
        ENROLLMENT(Port.ENROLLMENT),
        CLASS(Port.CLASS),
        REPORTING(Port.REPORTING);

        private final Port port;

        Service(Port port) {
            this.port = port;
        }
    }

    /** Says {@code command} once, however often it is sent: the key makes a repeat answer as the first time. */
    JsonNode post(Service service, String user, String path, Map<String, ?> body, String key) {
        var answer = send(
                request(service, user, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key),
                "POST",
                BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)),
                user + " POST " + path);
        return json(answer);
    }

    /** Sends a sheet with the fields of a form. */
    JsonNode upload(Service service, String user, String path, byte[] sheet, Map<String, String> fields, String key) {
        var boundary = "hocvu-" + Integer.toHexString(key.hashCode());
        var parts = new ArrayList<byte[]>();
        fields.forEach((name, value) -> parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                        + name + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sheet.xlsx\"\r\n"
                        + "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        parts.add(sheet);
        parts.add(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = send(
                request(service, user, path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Idempotency-Key", key),
                "POST",
                BodyPublishers.ofByteArrays(parts),
                user + " POST " + path);
        var body = json(answer);
        return answer.headers()
                .firstValue("Location")
                .<JsonNode>map(location ->
                        JSON.createObjectNode().put("location", location).set("body", body))
                .orElse(body);
    }

    JsonNode get(Service service, String user, String path) {
        return json(send(request(service, user, path), "GET", BodyPublishers.noBody(), user + " GET " + path));
    }

    Optional<JsonNode> find(Service service, String user, String path) {
        var answer = sendAny(request(service, user, path), "GET", BodyPublishers.noBody(), user + " GET " + path);
        if (answer.statusCode() == 404) return Optional.empty();
        return Optional.of(json(checked(answer, user + " GET " + path)));
    }

    byte[] download(Service service, String user, String path) {
        return send(request(service, user, path), "GET", BodyPublishers.noBody(), user + " GET " + path)
                .body();
    }

    /** Downloads as soon as the service has what it needs for that; until then it answers 404 or 409. */
    byte[] awaitDownload(Service service, String user, String path, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var what = user + " GET " + path;
        while (true) {
            var answer = sendAny(request(service, user, path), "GET", BodyPublishers.noBody(), what);
            if (!List.of(404, 409).contains(answer.statusCode()) || System.nanoTime() > end) {
                return checked(answer, what).body();
            }
            pause(LOOK_EVERY);
        }
    }

    /** Asks again and again until the answer is as wished. */
    JsonNode await(Service service, String user, String path, String what, Duration limit, Predicate<JsonNode> wished) {
        var end = System.nanoTime() + limit.toNanos();
        JsonNode last = null;
        while (System.nanoTime() < end) {
            last = find(service, user, path).orElse(null);
            if (last != null && wished.test(last)) return last;
            pause(LOOK_EVERY);
        }
        throw new IllegalStateException("waited in vain for " + what + "; last answer of " + path + ": " + last);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(Service service, String user, String path) {
        var address = path.startsWith("http")
                ? path
                : "http://127.0.0.1:" + installation.port(service.port)
                        + (path.startsWith("/api/") ? path : "/api/v1" + path);
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(REQUEST_LIMIT)
                .header("Accept", "application/json, */*")
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, this::token));
    }

    private String token(String user) {
        try {
            return Launcher.token(installation, user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String method, BodyPublisher body, String what) {
        return checked(sendAny(request, method, body, what), what);
    }

    /** Sends again while the service is away or asks for patience; every request here may be repeated. */
    private HttpResponse<byte[]> sendAny(HttpRequest.Builder request, String method, BodyPublisher body, String what) {
        var end = System.nanoTime() + RETRY_LIMIT.toNanos();
        var built = request.method(method, body).build();
        @Nullable IOException away = null;
        while (System.nanoTime() < end) {
            try {
                var answer = client.send(built, BodyHandlers.ofByteArray());
                if (!List.of(429, 502, 503, 504).contains(answer.statusCode())) return answer;
                away = new IOException("answered " + answer.statusCode());
            } catch (IOException e) {
                away = e;
            } catch (InterruptedException e) {
                throw stopped();
            }
            pause(LOOK_EVERY.multipliedBy(5));
        }
        throw new IllegalStateException(what + ": " + away, away);
    }

    private static HttpResponse<byte[]> checked(HttpResponse<byte[]> answer, String what) {
        if (answer.statusCode() < 300) return answer;
        throw new UsageError("%s was answered %d: %s"
                .formatted(what, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return answer.body().length == 0 ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    private static IllegalStateException stopped() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("loading was interrupted; ./hocvu up --demo continues it");
    }
}
