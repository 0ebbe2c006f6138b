package vn.hocvu.planning;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.testkit.Tokens;

/** Calls the service's API as one of the sample accounts. */
final class Caller {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;

    Caller(int port) {
        base = "http://localhost:" + port;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String account, String path) {
        return send(account, path, HttpRequest.newBuilder().GET());
    }

    Answer post(String account, String path, String body) {
        return send(account, path, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer post(String account, String path, String body, String key) {
        return send(
                account,
                path,
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .header("Idempotency-Key", key));
    }

    Answer send(String account, String path, HttpRequest.Builder request) {
        return exchange(token(account), path, request);
    }

    /** Calls with one role, acting for Ba Vì. */
    Answer sendAs(String account, String role, String path, HttpRequest.Builder request) {
        return exchange(Tokens.of(account, List.of(role), "ba-vi"), path, request);
    }

    private Answer exchange(String token, String path, HttpRequest.Builder request) {
        try {
            var response = http.send(
                    request.uri(URI.create(base + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var body = response.body().isBlank()
                            || !response.headers()
                                    .firstValue("content-type")
                                    .orElse("")
                                    .contains("json")
                    ? json.missingNode()
                    : json.readTree(response.body());
            return new Answer(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String token(String account) {
        return account.equals("both")
                ? Tokens.of("both", List.of("PLANNING_OFFICER", "CITY_ORG_BOARD"), "truong")
                : Tokens.of(account);
    }
}
