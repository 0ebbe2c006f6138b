package vn.hocvu.platform.auditchain;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a stored event as the canonical text that its hash is made of. Belongs to one thread. */
public final class EventForm {
    private final Text text = new Text();
    private final CanonicalJson json = new CanonicalJson(text, true);
    private final TrailHash hashes = new TrailHash();

    /**
     * One event as the store keeps it.
     *
     * @param aggregateType kind of the aggregate, if it was kept
     * @param recordedAt    the instant of recording, as the store spells it
     * @param payload       JSON
     * @param metadata      JSON, if there is any
     */
    public record Stored(
            String id,
            String aggregate,
            long sequence,
            @Nullable String aggregateType,
            String recordedAt,
            String type,
            @Nullable String revision,
            String payload,
            @Nullable String metadata) {}

    /**
     * The hash of an event that follows the one with the previous hash.
     *
     * @throws Malformed if the event has no exact canonical form
     */
    public Hash hash(Hash previous, Stored event) {
        text.clear();
        write(event);
        return hashes.event(previous, text.bytes, 0, text.length);
    }

    /** The canonical text. */
    public byte[] canonical(Stored event) {
        text.clear();
        write(event);
        return text.copy();
    }

    private void write(Stored event) {
        write(event, text, json);
    }

    static void write(Stored event, Text text, CanonicalJson json) {
        text.put("{\"aggregate\":").string(event.aggregate());
        optional(text.put(",\"aggregateType\":"), event.aggregateType());
        text.put(",\"id\":").string(event.id());
        text.put(",\"metadata\":");
        if (event.metadata() == null) {
            text.put("null");
        } else {
            json.append(event.metadata().getBytes(StandardCharsets.UTF_8));
        }
        text.put(",\"payload\":");
        json.append(event.payload().getBytes(StandardCharsets.UTF_8));
        text.put(",\"recordedAt\":").string(event.recordedAt());
        optional(text.put(",\"revision\":"), event.revision());
        text.put(",\"sequence\":").put(Long.toString(event.sequence()));
        text.put(",\"type\":").string(event.type()).put('}');
    }

    private static void optional(Text text, @Nullable String value) {
        if (value == null) {
            text.put("null");
        } else {
            text.string(value);
        }
    }
}
