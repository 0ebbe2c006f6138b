package vn.hocvu.platform.viewstore.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;

/** Halls by id; tests can make it fail for one hall, and raise its version. */
final class HallView implements View<HallFact, HallRow> {
    final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final int version;

    HallView(int version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "halls";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public ViewSource source() {
        return ViewSource.TOPICS;
    }

    @Override
    public Class<HallRow> rowType() {
        return HallRow.class;
    }

    @Override
    public Class<HallFact> factType() {
        return HallFact.class;
    }

    @Override
    public Set<String> keys(Fact<HallFact> fact) {
        return Set.of(fact.body().hallId());
    }

    @Override
    public HallRow empty(String key) {
        return HallRow.empty(key);
    }

    @Override
    public HallRow after(HallRow row, Fact<HallFact> fact) {
        if (broken.contains(row.hallId()) && fact.body() instanceof HallFact.SeatTaken taken && taken.seat() == 13) {
            throw new IllegalStateException("no seat 13");
        }
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(HallRow row) {
        return Map.of(
                "search",
                FoldedText.fold(row.name() + " " + row.district()),
                "size",
                row.taken().size());
    }

    @Override
    public List<List<Sort>> indexes() {
        return List.of(
                List.of(Sort.ascending("district"), Sort.descending("size")), List.of(Sort.descending("row.count")));
    }
}
