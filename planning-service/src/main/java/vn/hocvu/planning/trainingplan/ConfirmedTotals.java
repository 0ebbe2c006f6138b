package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.TotalsDiffer;

/** The totals somebody read on the page before confirming an allocation. */
public record ConfirmedTotals(int classes, int learners) {
    /** Refuses to allocate other totals than those that were read. */
    static void require(@Nullable ConfirmedTotals confirmed, PlanTotals totals) {
        if (confirmed != null && !totals.are(confirmed.classes, confirmed.learners)) {
            throw new TotalsDiffer(confirmed, totals);
        }
    }
}
