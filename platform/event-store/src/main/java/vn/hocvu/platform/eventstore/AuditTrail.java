package vn.hocvu.platform.eventstore;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provable trail of this service's events (docs/audit-chain.md): its state, its export, its evidence. */
public interface AuditTrail {
    /** How far the log has come, what is signed, and what the last verification found. */
    Status status();

    /** Verifies the whole store now, beside everything else, and keeps what was found. */
    Verification verify() throws IOException;

    /** Writes the whole store in the form that {@code ./hocvu verify} verifies (JSON lines). */
    void export(OutputStream out) throws IOException;

    /**
     * Writes an evidence package (zip) that {@code ./hocvu verify} verifies.
     *
     * @param eventIds events to prove; unknown ids are refused
     * @param readable files for people, by name, for example {@code trail.pdf}
     * @throws IllegalArgumentException if an event is not known
     * @throws IllegalStateException    if nothing is signed here
     */
    void evidence(Collection<String> eventIds, Map<String, byte[]> readable, OutputStream out) throws IOException;

    /** The public key in PEM, if this service signs. */
    Optional<String> publicKey();

    /**
     * How the trail is.
     *
     * @param origin     whose log it is
     * @param leaves     events in the log
     * @param signed     of these, covered by the last checkpoint
     * @param signedAt   when that was signed
     * @param keyId      key it was signed with
     * @param refusal    why this service does not sign, if it does not
     * @param verified   the last verification
     */
    record Status(
            String origin,
            long leaves,
            long signed,
            @Nullable Instant signedAt,
            @Nullable String keyId,
            @Nullable String refusal,
            @Nullable Verification verified) {}

    /**
     * What a verification found.
     *
     * @param compared     signed entries compared with the copy outside the database
     * @param firstProblem the first bad event, in words
     */
    record Verification(
            Instant at,
            long tookMillis,
            long events,
            long leaves,
            long signed,
            long compared,
            long problems,
            @Nullable String firstProblem) {
        public boolean whole() {
            return problems == 0;
        }
    }
}
