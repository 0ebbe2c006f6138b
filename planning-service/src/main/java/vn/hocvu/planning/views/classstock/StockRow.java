package vn.hocvu.planning.views.classstock;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;

/**
 * One class, as far as the stock of running classes needs it.
 *
 * @param classCode   code people use, absent until the class was heard of
 * @param openedOn    absent until it opens
 * @param endedOn     absent until it ends
 * @param rollChanges learners who came less learners who left, by ISO date
 */
public record StockRow(
        String classId,
        @Nullable String classCode,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate endedOn,
        Map<String, Integer> rollChanges)
        implements Row<StockFact, StockRow> {
    static StockRow empty(String classId) {
        return new StockRow(classId, null, null, null, Map.of());
    }

    @Override
    public StockRow after(Fact<StockFact> fact) {
        return fact.body().applyTo(this);
    }

    public StockRow called(String code) {
        return new StockRow(classId, code, openedOn, endedOn, rollChanges);
    }

    public StockRow opened(LocalDate on) {
        return new StockRow(classId, classCode, on, endedOn, rollChanges);
    }

    public StockRow ended(LocalDate on) {
        return new StockRow(classId, classCode, openedOn, on, rollChanges);
    }

    /**
     * @param learners learners who came, negative if they left
     */
    public StockRow rollChanged(LocalDate on, int learners) {
        var changes = new TreeMap<>(rollChanges);
        changes.merge(on.toString(), learners, Integer::sum);
        return new StockRow(classId, classCode, openedOn, endedOn, changes);
    }

    /** True if the class had opened by the end of the day and not ended by then. */
    public boolean runsAtEndOf(LocalDate day) {
        return openedOn != null && !openedOn.isAfter(day) && (endedOn == null || endedOn.isAfter(day));
    }

    /** Learners on the roll by everything that was told so far. */
    public int roll() {
        return rollChanges.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Learners on the roll at the end of the day; none while the class does not run. */
    public int rollAtEndOf(LocalDate day) {
        if (!runsAtEndOf(day)) {
            return 0;
        }
        return rollChanges.entrySet().stream()
                .filter(change -> !LocalDate.parse(change.getKey()).isAfter(day))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
