package vn.hocvu.classes.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.Band;
import vn.hocvu.classes.trainingclass.LearnerId;
import vn.hocvu.classes.trainingclass.LearnerOutcome;
import vn.hocvu.classes.trainingclass.Result;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.webkit.jobs.JobRow;
import vn.hocvu.platform.webkit.jobs.JobRow.CellMessage;
import vn.hocvu.platform.webkit.sheets.SheetColumn;

/** The sheet of outcomes under a graduation or closing decision: its columns, its words, and what can be wrong with a row. */
final class OutcomeSheet {
    static final String LEARNER = "learnerId";
    static final String SEAT = "seat";
    static final String OUTCOME = "outcome";
    static final String BAND = "band";

    private static final Map<Result, String> RESULTS = ordered(
            Map.entry(Result.GRADUATED, "Tốt nghiệp"),
            Map.entry(Result.NOT_GRADUATED, "Không tốt nghiệp"),
            Map.entry(Result.COMPLETED, "Hoàn thành"),
            Map.entry(Result.NOT_COMPLETED, "Không hoàn thành"));
    private static final Map<Band, String> BANDS = ordered(
            Map.entry(Band.EXCELLENT, "Xuất sắc"),
            Map.entry(Band.VERY_GOOD, "Giỏi"),
            Map.entry(Band.GOOD, "Khá"),
            Map.entry(Band.AVERAGE, "Trung bình"),
            Map.entry(Band.WEAK, "Yếu"));

    private OutcomeSheet() {}

    /**
     * One row as typed.
     *
     * @param row number as the spreadsheet shows it
     */
    record Line(
            int row,
            @Nullable String learnerId,
            @Nullable String outcome,
            @Nullable String band) {
        Map<String, String> cells() {
            var cells = new LinkedHashMap<String, String>();
            cells.put(LEARNER, learnerId == null ? "" : learnerId);
            cells.put(OUTCOME, outcome == null ? "" : outcome);
            cells.put(BAND, band == null ? "" : band);
            return cells;
        }
    }

    /**
     * What the dry run found.
     *
     * @param rows one per line, and one more for learners without a line
     */
    record Checked(List<JobRow> rows, List<LearnerOutcome> outcomes) {
        long errors() {
            return rows.stream().filter(r -> r.status() == JobRow.Status.ERROR).count();
        }
    }

    static List<SheetColumn> columns(boolean shortCourse) {
        var results = RESULTS.entrySet().stream()
                .filter(e -> of(shortCourse).contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return List.of(
                SheetColumn.text(LEARNER, "Mã học viên").wide(38).must(),
                SheetColumn.number(SEAT, "Số ghế"),
                SheetColumn.text(OUTCOME, "Kết quả").oneOf(results).must(),
                SheetColumn.text(BAND, "Xếp loại").oneOf(List.copyOf(BANDS.values())));
    }

    /** Checks every line against the final roll; nothing is written. */
    static Checked check(List<Line> lines, List<LearnerId> finalRoll, boolean shortCourse) {
        var missing = new HashSet<>(finalRoll);
        var seen = new HashSet<LearnerId>();
        var rows = new ArrayList<JobRow>();
        var outcomes = new ArrayList<LearnerOutcome>();
        for (var line : lines) {
            var messages = new ArrayList<CellMessage>();
            var learner = learner(line, finalRoll, seen, messages);
            var result = result(line, shortCourse, messages);
            var band = band(line, result, messages);
            if (learner != null) {
                missing.remove(learner);
            }
            if (messages.isEmpty() && learner != null && result != null) {
                outcomes.add(new LearnerOutcome(learner, result, band));
                rows.add(JobRow.ok(line.row(), line.cells(), null));
            } else {
                rows.add(JobRow.error(line.row(), line.cells(), messages));
            }
        }
        if (!missing.isEmpty()) {
            rows.add(JobRow.error(
                    lines.stream().mapToInt(Line::row).max().orElse(1) + 1,
                    Map.of(),
                    List.of(CellMessage.of("", "outcomes.error.missing", missing.size(), finalRoll.size()))));
        }
        return new Checked(rows, outcomes);
    }

    private static @Nullable LearnerId learner(
            Line line, List<LearnerId> finalRoll, Set<LearnerId> seen, List<CellMessage> messages) {
        if (line.learnerId() == null) {
            messages.add(CellMessage.of(LEARNER, "error.required"));
            return null;
        }
        var text = line.learnerId();
        if (finalRoll.stream().noneMatch(l -> l.value().equals(text))) {
            messages.add(CellMessage.of(LEARNER, "outcomes.error.notOnRoll"));
            return null;
        }
        var learner = new LearnerId(text);
        if (!seen.add(learner)) {
            messages.add(CellMessage.of(LEARNER, "outcomes.error.twice"));
        }
        return learner;
    }

    private static @Nullable Result result(Line line, boolean shortCourse, List<CellMessage> messages) {
        if (line.outcome() == null) {
            messages.add(CellMessage.of(OUTCOME, "error.required"));
            return null;
        }
        var result = word(line.outcome(), RESULTS);
        if (result == null || !of(shortCourse).contains(result)) {
            messages.add(CellMessage.of(OUTCOME, "outcomes.error.outcome", line.outcome()));
            return null;
        }
        return result;
    }

    private static @Nullable Band band(Line line, @Nullable Result result, List<CellMessage> messages) {
        var band = line.band() == null ? null : word(line.band(), BANDS);
        if (line.band() != null && band == null) {
            messages.add(CellMessage.of(BAND, "outcomes.error.band", line.band()));
        } else if (result == Result.GRADUATED && band == null) {
            messages.add(CellMessage.of(BAND, "outcomes.error.bandMissing"));
        } else if (result == Result.GRADUATED && band == Band.WEAK) {
            messages.add(CellMessage.of(BAND, "outcomes.error.weak"));
        }
        return band;
    }

    private static Set<Result> of(boolean shortCourse) {
        return shortCourse
                ? Set.of(Result.COMPLETED, Result.NOT_COMPLETED)
                : Set.of(Result.GRADUATED, Result.NOT_GRADUATED);
    }

    /** The code itself, or its Vietnamese word whatever case and diacritics. */
    private static <E extends Enum<E>> @Nullable E word(String typed, Map<E, String> words) {
        var folded = FoldedText.fold(typed.strip());
        for (var word : words.entrySet()) {
            if (word.getKey().name().equals(typed.strip())
                    || FoldedText.fold(word.getValue()).equals(folded)) {
                return word.getKey();
            }
        }
        return null;
    }

    @SafeVarargs
    private static <K, V> Map<K, V> ordered(Map.Entry<K, V>... entries) {
        var map = new LinkedHashMap<K, V>();
        for (var entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return java.util.Collections.unmodifiableMap(map);
    }
}
