package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import vn.hocvu.enrollment.classintake.IntakeRefusal.DeferralTooLong;
import vn.hocvu.enrollment.classintake.IntakeRefusal.LeavesBeforeJoining;
import vn.hocvu.enrollment.classintake.IntakeRefusal.NotOnRoll;
import vn.hocvu.enrollment.classintake.IntakeRefusal.ReasonMissing;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollFrozen;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollHeld;

/** When somebody may leave a class: not while the roll is held, and never once it is final (E6, E7). */
final class Leaving {
    /** Longest deferral (configuration register: {@code deferral.max}, default). */
    private static final int DEFERRAL_MONTHS = 24;

    private Leaving() {}

    static Place require(ClassId classId, IntakeState state, LearnerId learner, LocalDate on) {
        var place = onRoll(classId, state, learner, on);
        if (state.phase() == Phase.FINAL) {
            throw new RollFrozen(classId, state.phase());
        }
        return place;
    }

    /** Death takes somebody off a final roll too. */
    static Place requireForDeath(ClassId classId, IntakeState state, LearnerId learner, LocalDate on) {
        return onRoll(classId, state, learner, on);
    }

    static void requireComplete(Reason reason) {
        if (!reason.complete()) {
            throw new ReasonMissing(reason.code());
        }
    }

    static void requireShort(LocalDate from, LocalDate until) {
        var latest = from.plusMonths(DEFERRAL_MONTHS);
        if (until.isAfter(latest) || !until.isAfter(from)) {
            throw new DeferralTooLong(until, latest);
        }
    }

    private static Place onRoll(ClassId classId, IntakeState state, LearnerId learner, LocalDate on) {
        var place = state.roll().placeOf(learner).orElseThrow(() -> new NotOnRoll(classId, learner));
        if (state.phase() == Phase.ROLL_CONFIRMED) {
            throw new RollHeld(classId, state.rollVersion());
        }
        if (on.isBefore(place.joinedOn())) {
            throw new LeavesBeforeJoining(place.joinedOn(), on);
        }
        return place;
    }
}
