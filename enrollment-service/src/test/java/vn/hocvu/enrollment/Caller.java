package vn.hocvu.enrollment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.testkit.Tokens;

/** Calls the service's API as one of the sample accounts. */
final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;

    Caller(int port) {
        base = "http://localhost:" + port + "/api/v1";
    }

    record Answer(int status, JsonNode body, HttpResponse<byte[]> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    Answer get(String account, String path) {
        return send(account, path, HttpRequest.newBuilder().GET());
    }

    Answer post(String account, String path, String body) {
        return send(account, path, json(body));
    }

    Answer post(String account, String path, String body, String key) {
        return send(account, path, json(body).header("Idempotency-Key", key));
    }

    Answer upload(String account, String path, byte[] file, Map<String, String> fields) {
        var boundary = "b-o-u-n-d-a-r-y";
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roll.xlsx\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                account,
                path,
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    /** Asks again until the answer is as wished. */
    JsonNode await(String account, String path, Predicate<JsonNode> wished) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get(account, path), answer -> answer.status() == 200 && wished.test(answer.body()))
                .body();
    }

    private static HttpRequest.Builder json(String body) {
        return HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
    }

    private Answer send(String account, String path, HttpRequest.Builder request) {
        try {
            var address = path.startsWith("/api/v1") ? path.substring("/api/v1".length()) : path;
            var response = http.send(
                    request.uri(URI.create(base + address))
                            .header("Authorization", "Bearer " + Tokens.of(account))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            var type = response.headers().firstValue("content-type").orElse("");
            var body = type.contains("json") ? json.readTree(response.body()) : json.missingNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
