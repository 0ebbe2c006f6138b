package vn.hocvu.reporting.views.journal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact of any service, kept once.
 *
 * @param kind        stable name, {@code ClassOpened}
 * @param service     who says it: planning, class, enrollment or reporting
 * @param aggregateId what it happened to
 * @param subject     class, plan item or plan it is about, as far as the fact itself says so
 * @param itemId      the plan item, if it is about one
 * @param document    the paper it rests on, as one line
 * @param body        the message as it was sent
 */
public record JournalRow(
        String eventId,
        String kind,
        String service,
        String aggregateId,
        long sequence,
        @Nullable LocalDate effectiveOn,
        @Nullable Instant recordedAt,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String organization,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String subject,
        @Nullable String itemId,
        @Nullable String reasonCode,
        @Nullable String reasonText,
        @Nullable String document,
        Body body) {

    /** Kept apart from the fields that lists are filtered by. */
    public record Body(String json) {}

    static JournalRow empty(String eventId) {
        return new JournalRow(
                eventId,
                "",
                "",
                "",
                -1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Body("{}"));
    }
}
