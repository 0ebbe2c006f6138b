package vn.hocvu.planning.views.items;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanItemId;
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
        return items(fact.body()).stream().map(PlanItemId::value).collect(Collectors.toUnmodifiableSet());
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
        return Map.of("planId", row.planId(), "number", row.number());
    }

    /** The items a fact concerns. */
    public static Set<PlanItemId> items(PlanEvent event) {
        return switch (event) {
            case PlanItemAdded e -> Set.of(e.itemId());
            case PlanItemChanged e -> Set.of(e.itemId());
            case PlanItemRemoved e -> Set.of(e.itemId());
            case PlanAllocated e ->
                e.allocations().stream().map(Allocation::itemId).collect(Collectors.toUnmodifiableSet());
            case AwaitedDocumentReceived e -> Set.of(e.itemId());
            case ClassSlotGranted e -> Set.of(e.itemId());
            case ClassSlotDenied e -> Set.of(e.itemId());
            case ClassSlotReturned e -> Set.of(e.itemId());
            case ClassLinked e -> Set.of(e.itemId());
            case PlanItemUnfulfilled e -> Set.of(e.itemId());
            case PlanDrafted e -> Set.of();
            case PlanSubmitted e -> Set.of();
            case PlanReturned e -> Set.of();
            case PlanApproved e -> Set.of();
            case CarryOverDetermined e -> Set.of();
            case PlanYearClosed e -> Set.of();
        };
    }
}
