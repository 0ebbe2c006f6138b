package vn.hocvu.reporting.views.figures;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.views.figures.ledger.Moment;

/**
 * Which facts count: those that had taken effect by a date, as known at an instant.
 *
 * @param effective last business date that counts, in Asia/Ho_Chi_Minh
 * @param recorded  last instant of recording that counts
 */
public record AsOf(LocalDate effective, Instant recorded) {

    /** True if the fact counts. */
    public boolean knows(@Nullable Moment moment) {
        return moment != null
                && !moment.effectiveOn().isAfter(effective)
                && !moment.recordedAt().isAfter(recorded);
    }

    public AsOf recordedBy(Instant instant) {
        return new AsOf(effective, instant);
    }

    public AsOf effectiveBy(LocalDate day) {
        return new AsOf(day, recorded);
    }
}
