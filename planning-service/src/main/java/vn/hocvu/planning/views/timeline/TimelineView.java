package vn.hocvu.planning.views.timeline;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** Everything that happened to plans, one row for each fact. */
@Component
public class TimelineView implements View<PlanEvent, PlanFactRow> {
    @Override
    public String name() {
        return "plan-timeline";
    }

    @Override
    public Class<PlanFactRow> rowType() {
        return PlanFactRow.class;
    }

    @Override
    public Class<PlanEvent> factType() {
        return PlanEvent.class;
    }

    @Override
    public Set<String> keys(Fact<PlanEvent> fact) {
        return Set.of(fact.eventId());
    }

    @Override
    public PlanFactRow empty(String key) {
        return PlanFactRow.empty(key);
    }

    @Override
    public PlanFactRow after(PlanFactRow row, Fact<PlanEvent> fact) {
        return row.after(fact);
    }
}
