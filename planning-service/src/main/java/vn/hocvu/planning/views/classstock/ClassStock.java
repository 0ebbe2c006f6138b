package vn.hocvu.planning.views.classstock;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.CarryOver;
import vn.hocvu.planning.trainingplan.CarryOverBook;
import vn.hocvu.planning.trainingplan.ClassId;
import vn.hocvu.platform.viewstore.Views;

/** Counts the classes running across a day's end from their own facts. */
@Component
public class ClassStock implements CarryOverBook {
    private final Views views;
    private final Clock clock;

    ClassStock(Views views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @Override
    public CarryOver runningAtEndOf(LocalDate day) {
        var known = clock.instant();
        var running = views.rows(ClassStockView.class).all().stream()
                .filter(row -> row.runsAtEndOf(day))
                .sorted(Comparator.comparing(StockRow::classId))
                .toList();
        return new CarryOver(
                running.stream().map(row -> new ClassId(row.classId())).toList(),
                running.stream().mapToInt(row -> row.rollAtEndOf(day)).sum(),
                day,
                known);
    }

    /**
     * Waits until everything the other services have told so far is counted.
     *
     * @throws StockBehind if that takes longer than the given time
     */
    public void requireUpToDate(Duration atMost) {
        if (!views.awaitTopics(atMost)) {
            throw new StockBehind(atMost);
        }
    }

    /** Learners on the rolls of the classes by now, opened or not. */
    public Map<String, Integer> rolls(Collection<String> classIds) {
        if (classIds.isEmpty()) {
            return Map.of();
        }
        return views.rows(ClassStockView.class).find(classIds).values().stream()
                .collect(Collectors.toUnmodifiableMap(StockRow::classId, StockRow::roll));
    }

    /** The codes of classes, as far as they were heard of. */
    public Map<String, String> codes(Collection<String> classIds) {
        return views.rows(ClassStockView.class).find(classIds).values().stream()
                .filter(row -> row.classCode() != null)
                .collect(Collectors.toUnmodifiableMap(StockRow::classId, row -> String.valueOf(row.classCode())));
    }
}
