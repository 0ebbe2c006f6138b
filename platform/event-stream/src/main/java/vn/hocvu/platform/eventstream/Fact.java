package vn.hocvu.platform.eventstream;

import java.time.Instant;
import java.util.Map;

/**
 * Something that has happened, with its envelope, as policies and folds see it.
 *
 * @param body        the record of the fields that the reader knows
 * @param type        stable name without service and version, {@code ClassOpened}
 * @param source      the service that says it, {@code class}
 * @param aggregateId what it happened to; facts of one aggregate come in order
 * @param sequence    position in the aggregate's history, from 0 without a gap
 * @param eventId     the same for every delivery of this fact
 * @param recordedAt  when the store took it in
 * @param metadata    actor, role, organization, commandId, correlationId, causationId as far as known
 */
public record Fact<F>(
        F body,
        String type,
        String source,
        String aggregateId,
        long sequence,
        String eventId,
        Instant recordedAt,
        Map<String, String> metadata) {

    public Fact {
        metadata = Map.copyOf(metadata);
    }
}
