package vn.hocvu.classes.views.planitems;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.*;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;

/** One row per item of the allocated plans (W1). */
public final class PlanItemsView implements View<PlanningFact, PlanItemRow> {
    @Override
    public String name() {
        return "planitems";
    }

    @Override
    public Class<PlanItemRow> rowType() {
        return PlanItemRow.class;
    }

    @Override
    public Class<PlanningFact> factType() {
        return PlanningFact.class;
    }

    @Override
    public ViewSource source() {
        return ViewSource.TOPICS;
    }

    @Override
    public Set<String> keys(Fact<PlanningFact> fact) {
        return switch (fact.body()) {
            case PlanAllocated e ->
                e.allocations().stream().map(Allocation::itemId).collect(Collectors.toUnmodifiableSet());
            case PlanItemAdded e ->
                Boolean.TRUE.equals(e.offPlan()) ? Set.of(e.item().itemId()) : Set.of();
            case PlanAmended e -> Set.of(e.itemId());
            case QuotaClarified e -> Set.of(e.itemId());
            case AwaitedDocumentReceived e -> Set.of(e.itemId());
            case ClassSlotGranted e -> Set.of(e.itemId());
            case ClassSlotDenied e -> Set.of();
            case ClassSlotReturned e -> Set.of(e.itemId());
            case ClassLinked e -> Set.of(e.itemId());
            case PlanItemUnfulfilled e -> Set.of(e.itemId());
        };
    }

    @Override
    public PlanItemRow empty(String key) {
        return new PlanItemRow(key, null, 0, 0, 0, false);
    }

    @Override
    public PlanItemRow after(PlanItemRow row, Fact<PlanningFact> fact) {
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(PlanItemRow row) {
        var fields = new HashMap<String, Object>();
        fields.put("open", row.open());
        var item = row.allocation();
        if (item != null) {
            fields.put("venueId", item.venueId() == null ? "" : item.venueId());
            fields.put("venueType", item.venueType());
        }
        return fields;
    }
}
