package vn.hocvu.reporting.views.figures.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.reporting.messages.consumed.Heard;

/**
 * When something took effect and when it became known, and the fact that says so.
 *
 * @param effectiveOn business date in Asia/Ho_Chi_Minh
 * @param document    number, date and issuer of the paper it rests on, if it cites one
 */
public record Moment(
        LocalDate effectiveOn,
        Instant recordedAt,
        String eventId,
        String eventType,
        @Nullable String document) {

    public static Moment of(Fact<Heard> fact, LocalDate effectiveOn) {
        var paper = fact.body().paper();
        return new Moment(
                effectiveOn, fact.recordedAt(), fact.eventId(), fact.type(), paper == null ? null : paper.line());
    }
}
