package vn.hocvu.reporting.views.planbook;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;
import vn.hocvu.reporting.messages.consumed.Heard;

/** Folds what planning-service says into one row per plan year. */
@Component
public class PlanBookView implements View<Heard, PlanRow> {

    @Override
    public String name() {
        return "plan-book";
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
        return PlanRow.concerns(fact.type()) ? Set.of(fact.body().required("planId")) : Set.of();
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
