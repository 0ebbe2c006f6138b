package vn.hocvu.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a service offers to programs, compared with its description in {@code docs/api}: nobody changes an API without
 * seeing it.
 *
 * <p>With {@code -Dcontracts.write=true} the description is written.
 */
public final class ApiDescription {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ApiDescription() {}

    /** The running service offers exactly what is written down; fails with the first difference otherwise. */
    public static void isWrittenDown(String service, int port) {
        var offered = offered(port);
        var file = Contracts.docs().resolve("api").resolve(service + ".json");
        if (Boolean.getBoolean("contracts.write")) {
            write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(offered) + "\n");
        }
        var difference = Differences.first(JSON.readTree(read(file)), offered);
        if (difference.isPresent()) {
            throw new AssertionError(file.getFileName() + " says otherwise at " + difference.get()
                    + "; if the change is meant, run this test once with -Dcontracts.write=true");
        }
    }

    private static ObjectNode offered(int port) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/openapi"))
                .header("Authorization", "Bearer " + Tokens.of("auditor"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the API is not described: " + answer.statusCode() + " " + answer.body());
            }
            var description = (ObjectNode) JSON.readTree(answer.body());
            description.remove("servers");
            return description;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("there is no description " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
