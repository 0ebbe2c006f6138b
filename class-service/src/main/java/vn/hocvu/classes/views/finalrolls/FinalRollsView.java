package vn.hocvu.classes.views.finalrolls;

import java.util.List;
import java.util.Set;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.ClassEvent.FinalRollReceived;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** One row per class whose roll is final. */
public final class FinalRollsView implements View<ClassEvent, FinalRollRow> {
    @Override
    public String name() {
        return "finalrolls";
    }

    @Override
    public Class<FinalRollRow> rowType() {
        return FinalRollRow.class;
    }

    @Override
    public Class<ClassEvent> factType() {
        return ClassEvent.class;
    }

    @Override
    public Set<String> keys(Fact<ClassEvent> fact) {
        return fact.body() instanceof FinalRollReceived ? Set.of(fact.aggregateId()) : Set.of();
    }

    @Override
    public FinalRollRow empty(String key) {
        return new FinalRollRow(key, List.of());
    }

    @Override
    public FinalRollRow after(FinalRollRow row, Fact<ClassEvent> fact) {
        return row.after(fact);
    }
}
