package vn.hocvu.platform.eventstream.parking;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message that waits.
 *
 * @param behind        true if it only waits because an earlier one of its key does
 * @param attempts      how often it was tried
 * @param nextAttemptAt when it is tried again by itself; absent if only a person tries it again
 */
public record ParkedMessage(
        long id,
        String consumer,
        String key,
        String messageId,
        String type,
        String source,
        long sequence,
        Map<String, String> headers,
        String payload,
        String reason,
        boolean behind,
        int attempts,
        Instant parkedAt,
        @Nullable Instant nextAttemptAt) {}
