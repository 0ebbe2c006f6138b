package vn.hocvu.reporting.views.figures.planhistory;

import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;
import vn.hocvu.reporting.messages.consumed.Heard;

/**
 * Folds what planning-service says into one row for each plan, item and amendment. A plan's row names its items, so that a
 * whole plan is read by addresses alone, and nothing is ever searched.
 */
public final class PlanHistoryView implements View<Heard, PlanHistory> {
    /** Name of the view. */
    public static final String NAME = "plan-history";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PlanHistory> rowType() {
        return PlanHistory.class;
    }

    @Override
    public Class<Heard> factType() {
        return Heard.class;
    }

    @Override
    public ViewSource source() {
        return ViewSource.TOPICS;
    }

    @Override
    public Set<String> keys(Fact<Heard> fact) {
        return PlanHistory.keys(fact);
    }

    @Override
    public PlanHistory empty(String key) {
        return PlanHistory.empty(key);
    }

    @Override
    public PlanHistory after(PlanHistory row, Fact<Heard> fact) {
        return row.after(fact);
    }
}
