package vn.hocvu.reporting.views.figures;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.views.ledger.Moment;

/**
 * What counts: facts in force on a date, as known at an instant.
 *
 * @param effective last business date that counts
 * @param known     last recording that counts
 */
public record AsOf(LocalDate effective, Instant known) {

    boolean knows(Moment moment) {
        return !moment.recordedAt().isAfter(known);
    }

    boolean counts(@Nullable Moment moment) {
        return moment != null && knows(moment) && !moment.effectiveOn().isAfter(effective);
    }
}
