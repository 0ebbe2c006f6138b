package vn.hocvu.reporting.views.figures.planhistory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between a plan as it stood at one point and as it stood at another, item by item. */
public record PlanDifference(PlanStand before, PlanStand after, List<ItemChange> items) {
    public PlanDifference {
        items = List.copyOf(items);
    }

    /**
     * One item that is not the same, or to which something happened in between.
     *
     * @param before  absent if it was not in the plan
     * @param after   absent if it is not in the plan
     * @param because what counts at one point and not at the other, in the order in which it was recorded
     */
    public record ItemChange(
            String itemId,
            @Nullable ItemStand before,
            @Nullable ItemStand after,
            List<Cause> because) {
        public ItemChange {
            because = List.copyOf(because);
        }
    }

    /**
     * One thing that makes the difference.
     *
     * @param added true if it counts at the second point only, false if it counts at the first point only
     */
    public record Cause(boolean added, PlanMove move) {}
}
