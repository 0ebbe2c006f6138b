package vn.hocvu.classes.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact.*;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.*;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.classes.trainingclass.ClassEvent.*;
import vn.hocvu.classes.trainingclass.EveryFact;
import vn.hocvu.classes.trainingclass.Phase;
import vn.hocvu.classes.trainingclass.ReasonCode;
import vn.hocvu.classes.trainingclass.Sample;
import vn.hocvu.classes.trainingclass.Slot;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.classes.ClassTask;
import vn.hocvu.classes.views.classes.ClassesView;
import vn.hocvu.classes.views.finalrolls.FinalRollsView;
import vn.hocvu.classes.views.planitems.PlanItemRow;
import vn.hocvu.classes.views.planitems.PlanItemsView;
import vn.hocvu.classes.views.rolls.RollRow;
import vn.hocvu.classes.views.rolls.RollsView;
import vn.hocvu.classes.views.slots.SlotsView;
import vn.hocvu.classes.views.timelines.TimelinesView;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

class ClassFoldsTest {
    static final LocalDate DAY = LocalDate.of(2020, 9, 8);
    static final Instant RECORDED = Instant.parse("2020-09-08T10:00:00Z");

    @Test
    void everyFactChangesTheRowOfItsClass() {
        var view = new ClassesView();
        var row = view.empty(Sample.CLASS.value());
        long sequence = 0;
        for (var event : EveryFact.inOrder()) {
            var fact = fact(event, sequence);
            assertThat(view.keys(fact)).containsExactly(Sample.CLASS.value());
            row = kept(view.after(row, fact), view);
            assertThat(row.version()).isEqualTo(sequence++);
            check(row, event);
            assertThat(view.index(row)).containsEntry("classCode", "TC-2020-04").containsEntry("venueOwner", "ba-dinh");
        }
    }

    private static void check(ClassRow row, ClassEvent event) {
        switch (event) {
            case ClassProposed e -> assertThat(row.startOn()).isEqualTo(e.plannedStart());
            case SlotGrantNoted e -> {
                assertThat(row.slot()).isEqualTo(Slot.GRANTED);
                assertThat(row.task()).isEqualTo(ClassTask.START_RECRUITING);
            }
            case SlotDenialNoted e -> {
                assertThat(row.denial()).isEqualTo("QUOTA_EXCEEDED");
                assertThat(row.task()).isEqualTo(ClassTask.ANSWER_DENIAL);
            }
            case RecruitingStarted e -> assertThat(row.recruiting().deadline()).isEqualTo(e.deadline());
            case RecruitingExtended e -> {
                assertThat(row.recruiting().deadline()).isEqualTo(e.deadline());
                assertThat(row.task()).isNull();
            }
            case RollReceived e -> assertThat(row.task()).isEqualTo(ClassTask.CONFIRM_READINESS);
            case MinimumMissed e -> assertThat(row.task()).isEqualTo(ClassTask.DECIDE_ON_MINIMUM);
            case MinimumOverridden e -> assertThat(row.task()).isEqualTo(ClassTask.CONFIRM_READINESS);
            case ReadinessConfirmed e -> assertThat(row.task()).isEqualTo(ClassTask.OPEN);
            case ClassOpened e -> assertThat(row.startOn()).isEqualTo(e.effectiveOn());
            case OpeningCeremonyHeld e ->
                assertThat(row.teaching().ceremonyOn()).isEqualTo(e.heldOn());
            case TeachingStarted e -> assertThat(row.phase()).isEqualTo(Phase.IN_PROGRESS);
            case ClassSuspended e -> assertThat(row.phase()).isEqualTo(Phase.SUSPENDED);
            case ClassResumed e -> assertThat(row.phase()).isEqualTo(Phase.IN_PROGRESS);
            case TeachingCompleted e -> assertThat(row.task()).isNull();
            case FinalRollReceived e -> assertThat(row.task()).isEqualTo(ClassTask.GRADUATE);
            case ClassGraduated e -> assertThat(row.ending().passed()).isEqualTo(1);
            case ClassClosed e -> assertThat(row.phase()).isEqualTo(Phase.CLOSED);
            case ClassCancelled e -> assertThat(row.ending().reasonCode()).isEqualTo(ReasonCode.OTHER);
            case ClassTerminated e -> assertThat(row.ending().learners()).isEqualTo(70);
        }
    }

    @Test
    void theTimelineTellsEveryFactOnce() {
        var view = new TimelinesView();
        var row = view.empty(Sample.CLASS.value());
        for (var event : EveryFact.inOrder()) {
            row = kept(view.after(row, fact(event, row.entries().size())), view);
        }
        assertThat(row.entries()).hasSameSizeAs(EveryFact.inOrder());
        assertThat(row.entries().getLast().reasonText()).isEqualTo("Giải thể lớp");
        assertThat(row.entries().getFirst().actor()).isEqualTo("planning_officer");
        assertThat(row.entries().getFirst().raw()).contains("\"classCode\"");
    }

    @Test
    void theFinalRollIsKeptWhole() {
        var view = new FinalRollsView();
        var fact = fact(Sample.finalRoll(3), 9);

        assertThat(view.keys(fact)).hasSize(1);
        assertThat(view.keys(fact(Sample.taught(), 8))).isEmpty();
        assertThat(kept(view.after(view.empty("c"), fact), view).learnerIds()).hasSize(3);
    }

    @Test
    void theRollFollowsWhoJoinsAndLeaves() {
        var view = new RollsView();
        RollRow row = view.empty("c");
        for (var learner : List.of("a", "b", "c", "d", "e", "f", "g")) {
            row = view.after(row, heard(new LearnerEnrolled("c", learner, 1, DAY)));
        }
        assertThat(row.learners()).isEqualTo(7);
        for (EnrollmentFact exit : List.of(
                new LearnerWithdrawn("c", "a", DAY),
                new LearnerExpelled("c", "b", DAY),
                new LearnerDeferred("c", "c", DAY),
                new LearnerDeceased("c", "d", DAY),
                new LearnerTransferredOut("c", "e", DAY),
                new LearnerReleased("c", "f", DAY),
                new RollConfirmed("c", 1, 1, DAY),
                new RollFinalized("c", 2, List.of("g"), DAY))) {
            row = kept(view.after(view.after(row, heard(exit)), heard(exit)), view);
        }
        assertThat(row.learners()).isEqualTo(1);
        assertThat(row.seatOf("g")).isEqualTo(1);
        assertThat(row.seatOf("a")).isNull();
        assertThat(view.after(row, heard(new LearnerEnrolled("c", "h", null, DAY)))
                        .seatOf("h"))
                .isNull();
        assertThat(view.after(row, heard(new IntakeReleased("c", 1, DAY))).released())
                .isTrue();
    }

    @Test
    void anItemCountsWhatBecameOfItsClasses() {
        var view = new PlanItemsView();
        var allocation = new Allocation(
                "2020-01",
                "TC_LLCT",
                "THEORY",
                "CITY_BUDGET",
                null,
                null,
                "SCHOOL",
                "truong",
                "PART_TIME",
                3,
                210,
                70,
                "x");
        var allocated = new PlanAllocated(2020, List.of(allocation), DAY);
        PlanItemRow row = view.empty("2020-01");
        assertThat(row.open()).isFalse();
        assertThat(view.keys(told(allocated))).containsExactly("2020-01");

        row = view.after(row, told(allocated));
        assertThat(row.open()).as("it awaits a document").isFalse();
        row = kept(view.after(row, told(new AwaitedDocumentReceived("2020-01", DAY))), view);
        assertThat(row.open()).isTrue();
        row = view.after(row, told(new ClassSlotGranted("2020-01", "a", DAY)));
        row = view.after(row, told(new ClassSlotGranted("2020-01", "b", DAY)));
        row = view.after(row, told(new ClassSlotGranted("2020-01", "c", DAY)));
        assertThat(row.open()).isFalse();
        row = view.after(row, told(new ClassLinked("2020-01", "a", DAY)));
        row = view.after(row, told(new ClassSlotReturned("2020-01", "b", DAY)));
        row = view.after(row, told(new PlanItemUnfulfilled("2020-01", 1, "c", DAY)));
        row = view.after(row, told(new ClassSlotDenied("2020-01", "d", "QUOTA_EXHAUSTED", DAY)));
        assertThat(row.remaining()).isEqualTo(1);
        row = view.after(row, told(new PlanItemUnfulfilled("2020-01", 1, null, DAY)));
        assertThat(row.remaining()).isZero();
        assertThat(view.index(row)).containsEntry("open", false);
    }

    @Test
    void anItemSaysWhatTheLatestAmendmentSays() {
        var view = new PlanItemsView();
        PlanItemRow row = view.after(view.empty("2020-01"), told(new PlanAllocated(2020, List.of(waiting(3)), DAY)));
        assertThat(view.keys(told(new PlanAmended("2020-01", waiting(4), DAY)))).containsExactly("2020-01");

        row = view.after(row, told(new PlanAmended("2020-01", waiting(4), DAY)));
        assertThat(row.remaining()).isEqualTo(4);
        assertThat(row.open()).as("it still awaits its document").isFalse();
        row = view.after(row, told(new AwaitedDocumentReceived("2020-01", DAY)));
        row = view.after(row, told(new PlanAmended("2020-01", waiting(2), DAY)));
        assertThat(row.open()).as("a paper that has come stays come").isTrue();
        row = view.after(row, told(new QuotaClarified("2020-01", waiting(2), DAY)));
        assertThat(row.open()).isTrue();
        row = kept(view.after(row, told(new PlanAmended("2020-01", null, DAY))), view);
        assertThat(row.allocated()).as("it was taken out of the plan").isFalse();
    }

    @Test
    void anOffPlanItemIsThereAndAnItemOfADraftIsNot() {
        var view = new PlanItemsView();
        var beside = new PlanItemAdded(waiting(1), true, DAY);

        assertThat(view.keys(told(beside))).containsExactly("2020-01");
        assertThat(view.keys(told(new PlanItemAdded(waiting(1), null, DAY)))).isEmpty();
        assertThat(view.after(view.empty("2020-01"), told(new PlanItemAdded(waiting(1), null, DAY)))
                        .allocated())
                .isFalse();
        assertThat(view.after(view.empty("2020-01"), told(beside)).offPlan()).isTrue();
    }

    private static Allocation waiting(int classes) {
        return new Allocation(
                "2020-01",
                "TC_LLCT",
                "THEORY",
                "CITY_BUDGET",
                null,
                null,
                "SCHOOL",
                "truong",
                "PART_TIME",
                classes,
                70 * classes,
                70,
                "x");
    }

    @Test
    void aCancelledClassIsSettledByPlanning() {
        var view = new SlotsView();

        assertThat(view.keys(told(new PlanItemUnfulfilled("2020-01", 1, null, DAY))))
                .isEmpty();
        assertThat(view.keys(told(new ClassSlotReturned("2020-01", "b", DAY)))).containsExactly("b");
        assertThat(view.after(view.empty("b"), told(new ClassSlotReturned("2020-01", "b", DAY)))
                        .settled())
                .isTrue();
        assertThat(view.after(view.empty("b"), told(new ClassSlotGranted("2020-01", "b", DAY)))
                        .settled())
                .isFalse();
    }

    /** The row as it comes back from the store. */
    private static <F, R> R kept(R row, View<F, R> view) {
        var json = StoredJson.mapper();
        var back = json.readValue(json.writeValueAsString(row), view.rowType());
        assertThat(back).isEqualTo(row);
        return back;
    }

    private static Fact<ClassEvent> fact(ClassEvent event, long sequence) {
        return new Fact<>(
                event,
                event.getClass().getSimpleName(),
                "class",
                event.classId().value(),
                sequence,
                "e-" + sequence,
                RECORDED,
                Map.of("actor", "planning_officer", "role", "PLANNING_OFFICER"));
    }

    private static Fact<EnrollmentFact> heard(EnrollmentFact fact) {
        return new Fact<>(fact, fact.getClass().getSimpleName(), "enrollment", "c", 0, "e", RECORDED, Map.of());
    }

    private static Fact<PlanningFact> told(PlanningFact fact) {
        return new Fact<>(fact, fact.getClass().getSimpleName(), "planning", "plan-2020", 0, "e", RECORDED, Map.of());
    }
}
