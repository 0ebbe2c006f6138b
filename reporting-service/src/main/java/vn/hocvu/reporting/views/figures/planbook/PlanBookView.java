package vn.hocvu.reporting.views.figures.planbook;

import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.messages.consumed.planning.PlanningFact;

/** Folds what planning-service says into one row per plan year. */
public final class PlanBookView implements View<Heard, PlanRow> {
    /** Name of the view. */
    public static final String NAME = "plan-book";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PlanRow> rowType() {
        return PlanRow.class;
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
        var planId = PlanningFact.FAMILY.has(fact) ? fact.body().text("planId") : null;
        return planId == null ? Set.of() : Set.of(planId);
    }

    @Override
    public PlanRow empty(String key) {
        return PlanRow.empty(key);
    }

    @Override
    public PlanRow after(PlanRow row, Fact<Heard> fact) {
        return row.after(fact);
    }
}
