package vn.hocvu.classes.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact.RollConfirmed;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact.RollFinalized;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.ClassSlotDenied;
import vn.hocvu.classes.messages.consumed.planning.PlanningFact.ClassSlotGranted;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassId;
import vn.hocvu.classes.trainingclass.ClassRefusal;
import vn.hocvu.classes.trainingclass.Headcount;
import vn.hocvu.classes.trainingclass.LearnerId;
import vn.hocvu.classes.trainingclass.RollVersion;

class PoliciesTest {
    static final LocalDate DAY = LocalDate.of(2020, 9, 8);
    static final ClassId CLASS = new ClassId("c-1");
    static final RuntimeException FORESEEN_NOWHERE = new ClassRefusal.PlanItemNotFound("2020-01");

    @Test
    void aGrantedSlotIsNotedByTheClass() {
        var policy = new WhenClassSlotGrantedNoteIt();

        assertThat(policy.fact()).isEqualTo(ClassSlotGranted.class);
        assertThat(policy.react(new ClassSlotGranted("2020-01", "c-1", DAY)))
                .isEqualTo(new NoteSlotGranted(CLASS, DAY));
        assertThat(policy.expects(FORESEEN_NOWHERE)).isFalse();
    }

    @Test
    void aDeniedSlotIsNotedWithItsCause() {
        var policy = new WhenClassSlotDeniedTellTheProposer();

        assertThat(policy.fact()).isEqualTo(ClassSlotDenied.class);
        assertThat(policy.react(new ClassSlotDenied("2020-01", "c-1", "QUOTA_EXHAUSTED", DAY)))
                .isEqualTo(new NoteSlotDenied(CLASS, "QUOTA_EXHAUSTED", DAY));
        assertThat(policy.expects(FORESEEN_NOWHERE)).isFalse();
    }

    @Test
    void aConfirmedRollIsRecorded() {
        var policy = new WhenRollConfirmedRecordIt();

        assertThat(policy.fact()).isEqualTo(RollConfirmed.class);
        assertThat(policy.react(new RollConfirmed("c-1", 2, 68, DAY)))
                .isEqualTo(new RecordRoll(CLASS, new Headcount(68), new RollVersion(2), DAY));
        assertThat(policy.expects(FORESEEN_NOWHERE)).isFalse();
    }

    @Test
    void aFinalRollIsRecorded() {
        var policy = new WhenRollFinalizedRecordIt();

        assertThat(policy.fact()).isEqualTo(RollFinalized.class);
        assertThat(policy.react(new RollFinalized("c-1", 3, List.of("l-1"), DAY)))
                .isEqualTo(new RecordFinalRoll(CLASS, new RollVersion(3), List.of(new LearnerId("l-1")), DAY));
        assertThat(policy.expects(FORESEEN_NOWHERE)).isFalse();
    }
}
