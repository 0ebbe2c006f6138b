package vn.hocvu.bench.fold;

import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;

/** One row per class, as most views of the product have it. */
final class RollView implements View<SeatFact, RollRow> {
    @Override
    public String name() {
        return "roll";
    }

    @Override
    public Class<RollRow> rowType() {
        return RollRow.class;
    }

    @Override
    public Class<SeatFact> factType() {
        return SeatFact.class;
    }

    @Override
    public ViewSource source() {
        return ViewSource.TOPICS;
    }

    @Override
    public Set<String> keys(Fact<SeatFact> fact) {
        return Set.of(fact.body().classId());
    }

    @Override
    public RollRow empty(String key) {
        return RollRow.empty(key);
    }

    @Override
    public RollRow after(RollRow row, Fact<SeatFact> fact) {
        return row.after(fact);
    }
}
