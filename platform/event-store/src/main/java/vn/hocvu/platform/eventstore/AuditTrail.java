package vn.hocvu.platform.eventstore;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /**
     * Events as they are proven, in the order of the log.
     *
     * @throws IllegalArgumentException if one is not known
     */
    List<Entry> entries(Collection<String> eventIds);

    /**
     * Notes for ever who asked for a verification or took evidence away; it changes nothing else.
     *
     * @param what   one word, for example {@code evidence}
     * @param about  what it is about, in words
     * @param events how many were looked at or handed out
     * @param digest SHA-256 of what was handed out, if anything was
     */
    void note(Actor by, String what, @Nullable String about, long events, @Nullable String digest);

    /** The newest notes of who asked for a verification or took evidence away. */
    List<Inspection> inspections(int most);

    /** The public key in PEM, if this service signs. */
    Optional<String> publicKey();

    /**
     * One event as it stands in the store and in the log.
     *
     * @param leaf       place in the log
     * @param recordedAt the instant of recording, as the store spells it
     * @param payload    what was decided, as JSON
     * @param metadata   who and in which role, as JSON, if it was kept
     * @param hash       64 hexadecimal digits
     */
    record Entry(
            long leaf,
            String id,
            String aggregate,
            long sequence,
            String type,
            String recordedAt,
            String payload,
            @Nullable String metadata,
            String hash) {}

    /**
     * Somebody asked for a verification, or took evidence or the whole store away.
     *
     * @param actor  {@code os:} and an account of the operating system for who exported the store by command
     * @param what   one word, {@code verification}, {@code evidence} or {@code export}
     * @param digest SHA-256 of what was handed out, if anything was
     */
    record Inspection(
            Instant at,
            String actor,
            String roles,
            @Nullable String organization,
            String what,
            @Nullable String about,
            long events,
            @Nullable String digest) {}

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
