package vn.hocvu.reporting.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.hocvu.platform.webkit.Peers;

/** The provable trail of every service, asked for when somebody looks, with the rights of the person who looks. */
@Component
class Trails {
    static final List<String> SERVICES = RefusedAttempts.SERVICES;
    private static final String PATH = "/api/v1/trail";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Peers peers;

    Trails(Peers peers) {
        this.peers = peers;
    }

    /**
     * What could be heard.
     *
     * @param away        services that did not answer
     * @param inspections who asked for a verification or took evidence away, the newest first
     */
    record Heard(List<Trail> trails, List<String> away, List<Inspection> inspections) {}

    /**
     * One service's trail.
     *
     * @param leaves   events in the log
     * @param signed   of these, covered by the last checkpoint
     * @param problems places found broken by the last verification; absent if there was none
     */
    record Trail(
            String service,
            long leaves,
            long signed,
            @Nullable Instant signedAt,
            @Nullable String keyId,
            @Nullable String refusal,
            @Nullable Instant verifiedAt,
            @Nullable Long problems,
            @Nullable String firstProblem,
            @Nullable String publicKey) {
        /** WHOLE, BROKEN, or UNKNOWN while nothing was verified. */
        public String state() {
            return problems == null ? "UNKNOWN" : problems == 0 ? "WHOLE" : "BROKEN";
        }
    }

    /** Somebody asked for a verification, or took evidence or the whole store away. */
    record Inspection(
            String service,
            Instant at,
            String actor,
            String roles,
            String what,
            @Nullable String about,
            long events,
            @Nullable String digest) {}

    Heard all() {
        var answers = peers.get(SERVICES, PATH);
        var trails = new ArrayList<Trail>();
        var inspections = new ArrayList<Inspection>();
        answers.forEach((service, answer) -> {
            trails.add(trail(service, answer));
            answer.path("inspections").forEach(one -> inspections.add(inspection(service, one)));
        });
        inspections.sort(Comparator.comparing(Inspection::at).reversed());
        return new Heard(
                trails,
                SERVICES.stream()
                        .filter(service -> !answers.containsKey(service))
                        .toList(),
                inspections);
    }

    /** Lets a service verify its whole store now; false if it did not answer. */
    boolean verify(String service) {
        return peers.post(service, PATH + "/verifications", Map.of(), PATIENCE).isPresent();
    }

    /** A package that proves these events; empty if the service did not answer, or cannot prove them. */
    Optional<byte[]> evidence(String service, List<String> events, String about) {
        return peers.post(service, PATH + "/evidence", Map.of("events", events, "about", about), PATIENCE);
    }

    private static Trail trail(String service, JsonNode answer) {
        var status = answer.path("status");
        var verified = status.path("verified");
        return new Trail(
                service,
                status.path("leaves").asLong(0),
                status.path("signed").asLong(0),
                instant(status, "signedAt"),
                text(status, "keyId"),
                text(status, "refusal"),
                instant(verified, "at"),
                verified.isObject() ? verified.path("problems").asLong(0) : null,
                text(verified, "firstProblem"),
                text(answer, "publicKey"));
    }

    private static Inspection inspection(String service, JsonNode one) {
        return new Inspection(
                service,
                Instant.parse(one.path("at").asString()),
                one.path("actor").asString(),
                one.path("roles").asString(),
                one.path("what").asString(),
                text(one, "about"),
                one.path("events").asLong(0),
                text(one, "digest"));
    }

    private static @Nullable Instant instant(JsonNode node, String field) {
        var text = text(node, field);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() ? value.asString() : null;
    }
}
