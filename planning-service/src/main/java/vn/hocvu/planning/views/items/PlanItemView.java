package vn.hocvu.planning.views.items;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.AboutItem;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanAllocated;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** The items of all plans, one row for each. */
@Component
public class PlanItemView implements View<PlanEvent, PlanItemRow> {
    @Override
    public String name() {
        return "plan-items";
    }

    @Override
    public Class<PlanItemRow> rowType() {
        return PlanItemRow.class;
    }

    @Override
    public Class<PlanEvent> factType() {
        return PlanEvent.class;
    }

    @Override
    public Set<String> keys(Fact<PlanEvent> fact) {
        if (fact.body() instanceof PlanAllocated allocated) {
            return allocated.allocations().stream()
                    .map(allocation -> allocation.itemId().value())
                    .collect(Collectors.toUnmodifiableSet());
        }
        return fact.body() instanceof AboutItem about ? Set.of(about.itemId().value()) : Set.of();
    }

    @Override
    public PlanItemRow empty(String key) {
        return PlanItemRow.empty(key);
    }

    @Override
    public PlanItemRow after(PlanItemRow row, Fact<PlanEvent> fact) {
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(PlanItemRow row) {
        return Map.of(
                "planId", row.planId(),
                "number", row.number(),
                "requestId", row.requestId() == null ? "" : row.requestId());
    }
}
