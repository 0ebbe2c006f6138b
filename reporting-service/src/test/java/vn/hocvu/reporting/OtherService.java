package vn.hocvu.reporting;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Another service of the school as far as its refused attempts go; it answers whoever brings a token. */
final class OtherService {
    private static final String ATTEMPTS = """
            [{"id": 7, "at": "2020-05-04T03:02:01Z", "actor": "planning_officer", "roles": "PLANNING_OFFICER",
              "organization": "truong", "attempt": "ApprovePlan", "target": "plan-2020", "reason": "role",
              "needed": "CITY_ORG_BOARD"}]
            """;

    private final HttpServer server;

    private OtherService(HttpServer server) {
        this.server = server;
    }

    static OtherService start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/v1/denied-attempts", call -> {
                var token = call.getRequestHeaders().getFirst("Authorization");
                var body = ATTEMPTS.getBytes(StandardCharsets.UTF_8);
                boolean known = token != null && token.startsWith("Bearer ");
                call.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
                if (known) {
                    call.getResponseBody().write(body);
                }
                call.close();
            });
            server.start();
            return new OtherService(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
