package vn.hocvu.platform.webkit.trail;

import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.hocvu.platform.eventstore.AuditTrail;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.InvalidInput;

/** The provable trail of this service, for those who inspect all services; every question that does something is noted. */
@RestController
@RequestMapping("/api/v1/trail")
@Allowed("AUDITOR")
class TrailApi {
    private static final int MOST = 2_000;
    private static final int NEWEST = 50;
    private static final int LONGEST = 200;

    private final AuditTrail trail;
    private final ForPeople readable;
    private final CurrentActor actor;

    TrailApi(AuditTrail trail, ForPeople readable, CurrentActor actor) {
        this.trail = trail;
        this.readable = readable;
        this.actor = actor;
    }

    /**
     * How the trail is.
     *
     * @param publicKey   the key in PEM, if this service signs
     * @param inspections who asked for a verification or took evidence away, the newest first
     */
    record State(AuditTrail.Status status, @Nullable String publicKey, List<AuditTrail.Inspection> inspections) {}

    /**
     * What shall be proven.
     *
     * @param events ids of the events
     * @param about  what they are about, in words
     */
    record Wanted(@Nullable List<String> events, @Nullable String about) {}

    @GetMapping
    @Operation(summary = "How far the log has come, what is signed, and what the last verification found")
    State state() {
        return new State(trail.status(), trail.publicKey().orElse(null), trail.inspections(NEWEST));
    }

    @PostMapping("/verifications")
    @Operation(summary = "Verifies the whole store now; changes nothing, and is itself noted")
    AuditTrail.Verification verify() throws IOException {
        var found = trail.verify();
        trail.note(actor.get(), "verification", null, found.events(), null);
        return found;
    }

    @PostMapping(path = "/evidence", produces = "application/zip")
    @Operation(summary = "Proves some events in a package that ./hocvu verify verifies; the hand-out is itself noted")
    ResponseEntity<byte[]> evidence(@RequestBody Wanted wanted) throws IOException {
        var events = wanted.events();
        if (events == null || events.isEmpty() || events.size() > MOST) {
            throw InvalidInput.of("events", "error.range", 1, MOST);
        }
        var about = wanted.about() == null ? "" : wanted.about();
        if (about.length() > LONGEST) {
            throw InvalidInput.of("about", "error.tooLong", LONGEST);
        }
        var status = trail.status();
        if (trail.publicKey().isEmpty() || status.refusal() != null) {
            throw InvalidInput.of("events", "trail.unsigned");
        }
        var zip = zip(status.origin(), events, about);
        trail.note(actor.get(), "evidence", about, events.size(), digest(zip));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("evidence-" + status.origin() + ".zip")
                                .build()
                                .toString())
                .body(zip);
    }

    private byte[] zip(String origin, List<String> events, String about) throws IOException {
        try {
            var files = readable.of(
                    origin, about, trail.entries(events), trail.publicKey().orElseThrow());
            var out = new ByteArrayOutputStream();
            trail.evidence(events, files, out);
            return out.toByteArray();
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.of("events", "trail.unknown");
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
