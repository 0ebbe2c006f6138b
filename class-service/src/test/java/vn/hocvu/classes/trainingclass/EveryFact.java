package vn.hocvu.classes.trainingclass;

import static vn.hocvu.classes.trainingclass.Sample.*;

import java.time.LocalDate;
import java.util.List;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassEvent.*;

/** One fact of every kind, with all optional fields present: what the golden samples show. */
public final class EveryFact {
    private static final DocumentRef REPORT =
            new DocumentRef(DocumentType.REPORT, "17/BC-REF", NOV_2021, "Trường", "Trưởng phòng");
    private static final DocumentRef GRADUATION =
            new DocumentRef(DocumentType.DECISION, "9/QĐ-REF", NOV_2021, "Trường", "Hiệu trưởng");

    private EveryFact() {}

    public static List<ClassEvent> inOrder() {
        var p = proposed();
        var state = ClassState.of(p).after(opened(75));
        var outcomes = List.of(
                new LearnerOutcome(learners(2).get(0), Result.GRADUATED, Band.GOOD),
                new LearnerOutcome(learners(2).get(1), Result.NOT_GRADUATED, Band.WEAK));
        var completed = List.of(
                new LearnerOutcome(learners(2).get(0), Result.COMPLETED, null),
                new LearnerOutcome(learners(2).get(1), Result.NOT_COMPLETED, null));
        return List.of(
                p,
                granted(),
                new SlotDenialNoted(CLASS, ITEM, "QUOTA_EXCEEDED", MAY_5),
                recruiting(),
                Facts.recruitingExtended(p, new ExtendRecruiting(CLASS, MAY_20, MAY_11)),
                roll(75, 1),
                new MinimumMissed(CLASS, new Headcount(24), new Headcount(50), MAY_11),
                new MinimumOverridden(CLASS, DECISION, MAY_11),
                ready(),
                opened(75),
                new OpeningCeremonyHeld(CLASS, MAY_20, MAY_20),
                new TeachingStarted(CLASS, MAY_20),
                new ClassSuspended(
                        CLASS, ReasonCode.OTHER, "Phòng học đang sửa chữa", DECISION, LocalDate.of(2020, 6, 1)),
                new ClassResumed(CLASS, DECISION, LocalDate.of(2020, 7, 1)),
                new TeachingCompleted(CLASS, new Periods(1_056), REPORT, NOV_2021),
                new FinalRollReceived(CLASS, new RollVersion(2), learners(2), NOV_2021),
                Facts.graduated(
                        state, new GraduateClass(CLASS, GRADUATION, LocalDate.of(2021, 11, 20), outcomes, NOV_2021)),
                new ClassClosed(CLASS, new ClosureCounts(1, 1), completed, GRADUATION, NOV_2021),
                new ClassCancelled(
                        CLASS,
                        ITEM,
                        ReasonCode.OTHER,
                        "Đơn vị đề nghị lùi sang năm sau",
                        new Headcount(24),
                        false,
                        DECISION,
                        MAY_12),
                new ClassTerminated(
                        CLASS,
                        ReasonCode.OTHER,
                        "Giải thể lớp",
                        new Headcount(70),
                        DECISION,
                        LocalDate.of(2020, 9, 1)));
    }
}
