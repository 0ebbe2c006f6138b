package vn.hocvu.reporting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.hocvu.platform.webkit.Peers;
import vn.hocvu.platform.webkit.tables.TableQuery;

/** Attempts that were refused for lack of a right, asked of every service when somebody looks; nothing is copied. */
@Component
class RefusedAttempts {
    static final List<String> SERVICES = List.of("planning", "enrollment", "class", "reporting");
    private static final int MOST = 500;
    private static final String PATH = "/api/v1/denied-attempts?size=" + MOST;

    private final Peers peers;

    RefusedAttempts(Peers peers) {
        this.peers = peers;
    }

    /**
     * What could be heard.
     *
     * @param attempts the newest of each service, the newest first
     * @param away     services that did not answer: their attempts are not in it
     */
    record Heard(List<Attempt> attempts, List<String> away) {}

    /** One attempt: who, with which roles, tried what, and which right would have been needed. */
    record Attempt(
            String service,
            Instant at,
            String actor,
            String roles,
            @Nullable String organization,
            String attempt,
            @Nullable String target,
            String reason,
            @Nullable String needed) {
        private boolean fits(TableQuery query) {
            return fits(query.filter("service"), service) && fits(query.filter("actor"), actor);
        }

        private static boolean fits(String wanted, String is) {
            return wanted.isEmpty() || wanted.equals(is);
        }
    }

    Heard of(TableQuery query) {
        var answers = peers.get(SERVICES, PATH);
        var attempts = new ArrayList<Attempt>();
        answers.forEach((service, answer) -> answer.forEach(one -> attempts.add(attempt(service, one))));
        return new Heard(
                attempts.stream()
                        .filter(one -> one.fits(query))
                        .sorted(Comparator.comparing(Attempt::at).reversed())
                        .toList(),
                SERVICES.stream()
                        .filter(service -> !answers.containsKey(service))
                        .toList());
    }

    private static Attempt attempt(String service, JsonNode one) {
        return new Attempt(
                service,
                Instant.parse(one.path("at").asString()),
                one.path("actor").asString(),
                one.path("roles").asString(),
                text(one, "organization"),
                one.path("attempt").asString(),
                text(one, "target"),
                one.path("reason").asString(),
                text(one, "needed"));
    }

    private static @Nullable String text(JsonNode one, String field) {
        var value = one.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}
