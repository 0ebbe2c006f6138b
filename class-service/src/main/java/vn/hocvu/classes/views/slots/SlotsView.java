package vn.hocvu.classes.views.slots;

import java.util.Set;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.ClassSlotReturned;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.PlanItemUnfulfilled;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;

/** One row per class whose slot planning has settled. */
public final class SlotsView implements View<PlanningFact, SlotRow> {
    @Override
    public String name() {
        return "slots";
    }

    @Override
    public Class<SlotRow> rowType() {
        return SlotRow.class;
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
            case ClassSlotReturned e -> Set.of(e.classId());
            case PlanItemUnfulfilled e -> e.classId() == null ? Set.of() : Set.of(e.classId());
            default -> Set.of();
        };
    }

    @Override
    public SlotRow empty(String key) {
        return new SlotRow(key, false);
    }

    @Override
    public SlotRow after(SlotRow row, Fact<PlanningFact> fact) {
        return row.after(fact);
    }
}
