package vn.hocvu.reporting.views.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.reporting.messages.consumed.Heard;

/**
 * When something took effect and when it became known, and the fact that says so.
 *
 * @param effectiveOn business date in Asia/Ho_Chi_Minh
 * @param document    number and date of the paper it rests on, if it cites one
 */
public record Moment(
        LocalDate effectiveOn,
        Instant recordedAt,
        String eventId,
        String eventType,
        @Nullable String document) {

    public static Moment of(Fact<Heard> fact, @Nullable String document) {
        return new Moment(
                fact.body().requiredDate("effectiveOn"), fact.recordedAt(), fact.eventId(), fact.type(), document);
    }
}
