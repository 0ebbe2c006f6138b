package vn.hocvu.reporting;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Another service of the school as far as its refused attempts and its trail go; it answers whoever brings a token. */
final class OtherService {
    private static final String ATTEMPTS = """
            [{"id": 7, "at": "2020-05-04T03:02:01Z", "actor": "planning_officer", "roles": "PLANNING_OFFICER",
              "organization": "truong", "attempt": "ApprovePlan", "target": "plan-2020", "reason": "role",
              "needed": "CITY_ORG_BOARD"}]
            """;

    private static final String TRAIL = """
            {"status": {"origin": "planning-service", "leaves": 12345, "signed": 12000,
              "signedAt": "2020-05-04T03:02:01Z", "keyId": "ed25519:4fe1c0d2a9b37e55", "refusal": null,
              "verified": {"at": "2020-05-04T04:02:01Z", "problems": 0, "firstProblem": null}},
             "publicKey": "-----BEGIN PUBLIC KEY-----",
             "inspections": [{"at": "2020-05-04T05:02:01Z", "actor": "auditor", "roles": "AUDITOR", "what": "evidence",
               "about": "1998-01", "events": 3, "digest": "abc"},
              {"at": "2020-05-04T06:02:01Z", "actor": "os:an", "roles": "", "what": "export", "about": "plan.jsonl",
               "events": 12345, "digest": "def"}]}
            """;

    private final HttpServer server;

    private OtherService(HttpServer server) {
        this.server = server;
    }

    static OtherService start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            answering(server, "/api/v1/denied-attempts", ATTEMPTS);
            answering(server, "/api/v1/trail", TRAIL);
            answering(server, "/api/v1/trail/verifications", "{}");
            answering(server, "/api/v1/trail/evidence", "a package");
            server.start();
            return new OtherService(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answering(HttpServer server, String path, String answer) {
        server.createContext(path, call -> {
            call.getRequestBody().readAllBytes();
            var token = call.getRequestHeaders().getFirst("Authorization");
            var body = answer.getBytes(StandardCharsets.UTF_8);
            boolean known = token != null && token.startsWith("Bearer ");
            call.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
            if (known) {
                call.getResponseBody().write(body);
            }
            call.close();
        });
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
