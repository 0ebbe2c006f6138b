package vn.hocvu.enrollment;

import java.util.Set;
import vn.hocvu.enrollment.classintake.IntakeCommand;
import vn.hocvu.enrollment.classintake.IntakeCommand.CompleteEnrollments;
import vn.hocvu.enrollment.classintake.IntakeCommand.ConfirmRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.DeferLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.EndTransferredPlace;
import vn.hocvu.enrollment.classintake.IntakeCommand.EnrollLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.ExpelLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.FinalizeRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.OpenIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.RecordDeath;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReleaseIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReopenIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.StartIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.TransferLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.WithdrawLearner;
import vn.hocvu.enrollment.learner.LearnerCommand;
import vn.hocvu.enrollment.learner.LearnerCommand.ClaimPlace;
import vn.hocvu.enrollment.learner.LearnerCommand.FreePlace;
import vn.hocvu.enrollment.learner.LearnerCommand.MovePlace;
import vn.hocvu.enrollment.learner.LearnerCommand.RecordDiplomaHeld;
import vn.hocvu.enrollment.learner.LearnerCommand.RegisterLearner;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.CommandRights;

/** Who may order what of enrollment (domain 4.2); a centre's orders reach only classes in its own venue. */
final class EnrollmentRights implements CommandRights {
    private static final String CENTRE = "CENTER_ADMIN";
    private static final String OFFICER = "ADMISSIONS_OFFICER";

    private static final Set<String> POLICIES = Set.of(Actor.POLICY);
    private static final Set<String> OFFICERS = Set.of(OFFICER);
    private static final Set<String> SEAT_GIVERS = Set.of(CENTRE, OFFICER);

    @Override
    public Set<String> permitted(Object command) {
        return switch (command) {
            case IntakeCommand c -> of(c);
            case LearnerCommand c -> of(c);
            default -> Set.of();
        };
    }

    private static Set<String> of(IntakeCommand command) {
        return switch (command) {
            case EnrollLearner c -> SEAT_GIVERS;
            case ConfirmRoll c -> Set.of(CENTRE, OFFICER, Actor.POLICY);
            case WithdrawLearner c -> OFFICERS;
            case ExpelLearner c -> OFFICERS;
            case DeferLearner c -> OFFICERS;
            case RecordDeath c -> OFFICERS;
            case TransferLearner c -> OFFICERS;
            case OpenIntake c -> POLICIES;
            case ReopenIntake c -> POLICIES;
            case StartIntake c -> POLICIES;
            case FinalizeRoll c -> POLICIES;
            case CompleteEnrollments c -> POLICIES;
            case ReleaseIntake c -> POLICIES;
            case EndTransferredPlace c -> POLICIES;
        };
    }

    private static Set<String> of(LearnerCommand command) {
        return switch (command) {
            case RegisterLearner c -> Set.of("DISTRICT_COMMITTEE", "SENDING_AGENCY", OFFICER, CENTRE);
            case ClaimPlace c -> SEAT_GIVERS;
            case FreePlace c -> POLICIES;
            case MovePlace c -> POLICIES;
            case RecordDiplomaHeld c -> Set.of(OFFICER, Actor.POLICY);
        };
    }
}
