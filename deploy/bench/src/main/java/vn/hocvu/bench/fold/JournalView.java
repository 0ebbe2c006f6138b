package vn.hocvu.bench.fold;

import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;

/** A row for every event: the worst case, in which folding saves no write. */
final class JournalView implements View<SeatFact, JournalView.Entry> {

    /** One event as people read it. */
    record Entry(String eventId, String classId, String learnerId, int change, String on) {}

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Class<Entry> rowType() {
        return Entry.class;
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
        return Set.of(fact.eventId());
    }

    @Override
    public Entry empty(String key) {
        return new Entry(key, "", "", 0, "");
    }

    @Override
    public Entry after(Entry row, Fact<SeatFact> fact) {
        SeatFact seat = fact.body();
        return new Entry(row.eventId(), seat.classId(), seat.learnerId(), seat.change(), seat.effectiveOn());
    }
}
