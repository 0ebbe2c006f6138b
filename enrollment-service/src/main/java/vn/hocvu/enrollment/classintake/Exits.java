package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import vn.hocvu.enrollment.classintake.IntakeCommand.DeferLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.EndTransferredPlace;
import vn.hocvu.enrollment.classintake.IntakeCommand.ExpelLearner;
import vn.hocvu.enrollment.classintake.IntakeCommand.RecordDeath;
import vn.hocvu.enrollment.classintake.IntakeCommand.WithdrawLearner;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerDeceased;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerDeferred;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerExpelled;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerTransferredOut;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerWithdrawn;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistLeft;

/** What is kept of each way to leave a class: a reason code always, and but for death a document (E3). */
final class Exits {
    private Exits() {}

    static LearnerWithdrawn withdrawn(Place place, WithdrawLearner order, IntakeState state) {
        return new LearnerWithdrawn(
                order.classId(),
                place.enrollmentId(),
                place.learnerId(),
                place.nominatingOrgId(),
                state.terms().classType(),
                order.reason().code(),
                order.reason().text(),
                order.document(),
                rollAfter(state),
                order.effectiveOn());
    }

    static LearnerExpelled expelled(Place place, ExpelLearner order, IntakeState state) {
        return new LearnerExpelled(
                order.classId(),
                place.enrollmentId(),
                place.learnerId(),
                place.nominatingOrgId(),
                state.terms().classType(),
                LeavingReason.DISCIPLINE,
                order.decision(),
                rollAfter(state),
                order.effectiveOn());
    }

    static LearnerDeferred deferred(Place place, DeferLearner order, IntakeState state) {
        return new LearnerDeferred(
                order.classId(),
                place.enrollmentId(),
                place.learnerId(),
                place.nominatingOrgId(),
                state.terms().classType(),
                order.until(),
                order.reason().code(),
                order.reason().text(),
                order.document(),
                rollAfter(state),
                order.effectiveOn());
    }

    static LearnerDeceased deceased(Place place, RecordDeath order, IntakeState state) {
        return new LearnerDeceased(
                order.classId(),
                place.enrollmentId(),
                place.learnerId(),
                place.nominatingOrgId(),
                state.terms().classType(),
                LeavingReason.DECEASED,
                rollAfter(state),
                order.effectiveOn());
    }

    static LearnerTransferredOut transferred(Place place, EndTransferredPlace order, IntakeState state) {
        return new LearnerTransferredOut(
                order.classId(),
                place.enrollmentId(),
                place.learnerId(),
                place.nominatingOrgId(),
                state.terms().classType(),
                order.toClassId(),
                order.document(),
                rollAfter(state),
                order.effectiveOn());
    }

    static WaitlistLeft noLongerWaiting(
            ClassId classId, LearnerId learner, WaitlistEnd cause, IntakeState state, LocalDate on) {
        return new WaitlistLeft(classId, learner, state.terms().classType(), cause, on);
    }

    private static int rollAfter(IntakeState state) {
        return state.roll().count() - 1;
    }
}
