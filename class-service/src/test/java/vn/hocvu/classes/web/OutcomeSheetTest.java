package vn.hocvu.classes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.hocvu.classes.trainingclass.Band;
import vn.hocvu.classes.trainingclass.LearnerId;
import vn.hocvu.classes.trainingclass.LearnerOutcome;
import vn.hocvu.classes.trainingclass.Result;
import vn.hocvu.classes.web.OutcomeSheet.Line;
import vn.hocvu.platform.webkit.jobs.JobRow;

class OutcomeSheetTest {
    static final LearnerId AN = new LearnerId("an");
    static final LearnerId BINH = new LearnerId("binh");

    @Test
    void codesAndWordsAreUnderstoodWhateverCaseAndDiacritics() {
        var checked = OutcomeSheet.check(
                List.of(line(2, "an", "TOT NGHIEP", "xuất sắc"), line(3, "binh", "NOT_GRADUATED", "WEAK")),
                List.of(AN, BINH),
                false);

        assertThat(checked.errors()).isZero();
        assertThat(checked.outcomes())
                .containsExactly(
                        new LearnerOutcome(AN, Result.GRADUATED, Band.EXCELLENT),
                        new LearnerOutcome(BINH, Result.NOT_GRADUATED, Band.WEAK));
    }

    @Test
    void aShortCourseNeedsNoBand() {
        var checked = OutcomeSheet.check(
                List.of(line(2, "an", "Hoàn thành", null), line(3, "binh", "không hoàn thành", null)),
                List.of(AN, BINH),
                true);

        assertThat(checked.outcomes()).hasSize(2);
        assertThat(OutcomeSheet.columns(true).get(2).choices()).containsExactly("Hoàn thành", "Không hoàn thành");
    }

    @Test
    void everyMistakeIsToldAtItsCell() {
        assertThat(mistakes(line(2, null, "Tốt nghiệp", "Khá"))).contains("learnerId error.required");
        assertThat(mistakes(line(2, "who", "Tốt nghiệp", "Khá"))).contains("learnerId outcomes.error.notOnRoll");
        assertThat(mistakes(line(2, "an", null, null))).contains("outcome error.required");
        assertThat(mistakes(line(2, "an", "Đỗ", null))).contains("outcome outcomes.error.outcome");
        assertThat(mistakes(line(2, "an", "Hoàn thành", null))).contains("outcome outcomes.error.outcome");
        assertThat(mistakes(line(2, "an", "Tốt nghiệp", null))).contains("band outcomes.error.bandMissing");
        assertThat(mistakes(line(2, "an", "Tốt nghiệp", "Yếu"))).contains("band outcomes.error.weak");
        assertThat(mistakes(line(2, "an", "Tốt nghiệp", "10"))).contains("band outcomes.error.band");
        assertThat(mistakes(line(2, "an", "Tốt nghiệp", "Khá"), line(3, "an", "Tốt nghiệp", "Khá")))
                .contains("learnerId outcomes.error.twice");
    }

    @Test
    void aLearnerWithoutARowIsTold() {
        var checked = OutcomeSheet.check(List.of(line(2, "an", "Tốt nghiệp", "Khá")), List.of(AN, BINH), false);

        assertThat(checked.errors()).isEqualTo(1);
        assertThat(checked.rows().getLast().number()).isEqualTo(3);
        assertThat(checked.rows().getLast().messages().getFirst().messageKey()).isEqualTo("outcomes.error.missing");
    }

    private static List<String> mistakes(Line... lines) {
        return OutcomeSheet.check(List.of(lines), List.of(AN, BINH), false).rows().stream()
                .filter(row -> row.status() == JobRow.Status.ERROR)
                .flatMap(row -> row.messages().stream())
                .map(m -> m.column() + " " + m.messageKey())
                .toList();
    }

    private static Line line(int row, @Nullable String learner, @Nullable String outcome, @Nullable String band) {
        return new Line(row, learner, outcome, band);
    }
}
