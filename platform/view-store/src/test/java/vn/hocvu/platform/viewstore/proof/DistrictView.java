package vn.hocvu.platform.viewstore.proof;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;

/** One row over all halls: a row with many sources. */
final class DistrictView implements View<HallFact, DistrictView.TotalRow> {
    static final String ALL = "all";

    /** Seats taken, by hall. */
    record TotalRow(Map<String, Integer> taken, int facts) implements Row<HallFact, TotalRow> {
        @Override
        public TotalRow after(Fact<HallFact> fact) {
            var next = new TreeMap<>(taken);
            switch (fact.body()) {
                case HallFact.HallOpened f -> next.merge(f.hallId(), 0, Integer::sum);
                case HallFact.SeatTaken f -> next.merge(f.hallId(), 1, Integer::sum);
                case HallFact.SeatFreed f -> next.merge(f.hallId(), -1, Integer::sum);
            }
            return new TotalRow(next, facts + 1);
        }
    }

    @Override
    public String name() {
        return "totals";
    }

    @Override
    public ViewSource source() {
        return ViewSource.TOPICS;
    }

    @Override
    public Class<TotalRow> rowType() {
        return TotalRow.class;
    }

    @Override
    public Class<HallFact> factType() {
        return HallFact.class;
    }

    @Override
    public Set<String> keys(Fact<HallFact> fact) {
        return Set.of(ALL);
    }

    @Override
    public TotalRow empty(String key) {
        return new TotalRow(Map.of(), 0);
    }

    @Override
    public TotalRow after(TotalRow row, Fact<HallFact> fact) {
        return row.after(fact);
    }
}
