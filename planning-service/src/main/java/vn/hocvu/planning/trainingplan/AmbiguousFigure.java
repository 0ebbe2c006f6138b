package vn.hocvu.planning.trainingplan;

import java.util.List;
import vn.hocvu.planning.trainingplan.PlanRefusal.QuotaInvalid;

/**
 * A number of learners whose meaning the plan leaves open; it stands beside the totals, never inside them.
 *
 * @param itemId   the item it was printed at
 * @param value    the number as printed, at least 1
 * @param readings what it may mean, each reading once
 */
public record AmbiguousFigure(PlanItemId itemId, int value, List<QuotaReading> readings) {
    public AmbiguousFigure {
        if (value < 1) {
            throw new QuotaInvalid("ambiguousValue", value);
        }
        readings = List.copyOf(readings);
    }
}
