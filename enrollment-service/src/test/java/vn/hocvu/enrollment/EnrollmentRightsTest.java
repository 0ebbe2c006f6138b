package vn.hocvu.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.IntakeCommand.CompleteEnrollments;
import vn.hocvu.enrollment.classintake.IntakeCommand.ConfirmRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.FinalizeRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.RecordDeath;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.learner.Claim;
import vn.hocvu.enrollment.learner.LearnerCommand.ClaimPlace;
import vn.hocvu.enrollment.learner.LearnerCommand.FreePlace;
import vn.hocvu.enrollment.learner.LearnerCommand.RegisterLearner;

class EnrollmentRightsTest {
    private static final ClassId TC = new ClassId("tc");
    private static final LearnerId AN = new LearnerId("an");
    private static final LocalDate DAY = LocalDate.of(2020, 11, 2);
    private static final Claim CLAIM = new Claim(ClassType.TC_LLCT, TC);

    private final EnrollmentRights rights = new EnrollmentRights();

    @Test
    void onlyPoliciesMoveAnIntakeThroughTheLifeOfItsClass() {
        assertThat(rights.permitted(new FinalizeRoll(TC, DAY))).containsExactly("POLICY");
        assertThat(rights.permitted(new CompleteEnrollments(TC, List.of(), DAY)))
                .containsExactly("POLICY");
        assertThat(rights.permitted(new FreePlace(AN, CLAIM, DAY))).containsExactly("POLICY");
    }

    @Test
    void centresAndTheAdmissionsOfficerGiveSeatsAndConfirmRolls() {
        assertThat(rights.permitted(new ClaimPlace(AN, CLAIM, DAY)))
                .containsExactlyInAnyOrder("CENTER_ADMIN", "ADMISSIONS_OFFICER");
        assertThat(rights.permitted(new ConfirmRoll(TC, null, DAY)))
                .containsExactlyInAnyOrder("CENTER_ADMIN", "ADMISSIONS_OFFICER", "POLICY");
        assertThat(rights.permitted(new RegisterLearner(AN, null, DAY)))
                .contains("DISTRICT_COMMITTEE", "SENDING_AGENCY")
                .doesNotContain("AUDITOR", "SYS_ADMIN", "LEADERSHIP_VIEWER");
    }

    @Test
    void onlyTheAdmissionsOfficerRecordsWhoLeaves() {
        assertThat(rights.permitted(new RecordDeath(TC, AN, DAY))).containsExactly("ADMISSIONS_OFFICER");
    }

    @Test
    void whatIsNoCommandIsPermittedToNobody() {
        assertThat(rights.permitted("anything")).isEmpty();
    }
}
