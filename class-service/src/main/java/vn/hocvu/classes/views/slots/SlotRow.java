package vn.hocvu.classes.views.slots;

import vn.hocvu.classes.messages.consumed.planning.PlanningFact;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.*;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * What planning has done with one class's slot.
 *
 * @param settled after a cancellation: the item was marked unfulfilled, or the slot taken back
 */
public record SlotRow(String classId, boolean settled) implements Row<PlanningFact, SlotRow> {
    @Override
    public SlotRow after(Fact<PlanningFact> fact) {
        return switch (fact.body()) {
            case ClassSlotReturned e -> new SlotRow(classId, true);
            case PlanItemUnfulfilled e -> new SlotRow(classId, true);
            case ClassSlotGranted e -> this;
            case ClassSlotDenied e -> this;
            case ClassLinked e -> this;
            case PlanAllocated e -> this;
            case PlanItemAdded e -> this;
            case PlanAmended e -> this;
            case QuotaClarified e -> this;
            case AwaitedDocumentReceived e -> this;
        };
    }
}
