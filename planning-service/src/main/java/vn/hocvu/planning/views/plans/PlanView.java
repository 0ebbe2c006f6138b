package vn.hocvu.planning.views.plans;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** The plans, one row for each year. */
@Component
public class PlanView implements View<PlanEvent, PlanRow> {
    @Override
    public String name() {
        return "plans";
    }

    @Override
    public Class<PlanRow> rowType() {
        return PlanRow.class;
    }

    @Override
    public Class<PlanEvent> factType() {
        return PlanEvent.class;
    }

    @Override
    public Set<String> keys(Fact<PlanEvent> fact) {
        return Set.of(fact.body().planId().value());
    }

    @Override
    public PlanRow empty(String key) {
        return PlanRow.empty(key);
    }

    @Override
    public PlanRow after(PlanRow row, Fact<PlanEvent> fact) {
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(PlanRow row) {
        return Map.of("search", Integer.toString(row.year()));
    }
}
