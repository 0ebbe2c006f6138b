package vn.hocvu.classes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.testkit.Tokens;

/** Calls the service's API as one of the sample accounts. */
final class Caller {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;

    Caller(int port) {
        base = "http://localhost:" + port + "/api/v1";
    }

    record Answer(int status, JsonNode body, byte[] bytes, HttpResponse<byte[]> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String code() {
            return body.path("code").asString("");
        }
    }

    Answer get(String account, String path) {
        return send(account, path, HttpRequest.newBuilder().GET());
    }

    Answer post(String account, String path, String body) {
        return post(account, path, body, Map.of());
    }

    Answer post(String account, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(account, path, request);
    }

    Answer upload(String account, String path, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ket-qua.xlsx\"\r\n"
                        + "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--xyz--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                account,
                path,
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .header("Content-Type", "multipart/form-data; boundary=xyz"));
    }

    private Answer send(String account, String path, HttpRequest.Builder request) {
        try {
            var response = http.send(
                    request.uri(URI.create(base + path))
                            .header("Authorization", "Bearer " + Tokens.of(account))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            var type = response.headers().firstValue("content-type").orElse("");
            var body = type.contains("json") ? json.readTree(response.body()) : json.missingNode();
            return new Answer(response.statusCode(), body, response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
