package vn.hocvu.enrollment.classintake;

import java.util.Objects;
import vn.hocvu.enrollment.classintake.IntakeRefusal.IntakeNotOpen;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollFrozen;
import vn.hocvu.enrollment.classintake.IntakeRefusal.RollHeld;
import vn.hocvu.enrollment.classintake.IntakeRefusal.WindowClosed;

/** When somebody may join a class, and as what: new until it opens, late while it runs, then no more (E6, E7). */
final class Joining {
    private Joining() {}

    static EnrollmentType as(EnrollmentType asked, ClassId classId, IntakeState state) {
        return switch (state.phase()) {
            case OPEN -> asked == EnrollmentType.LATE ? EnrollmentType.NEW : asked;
            case ROLL_CONFIRMED -> throw new RollHeld(classId, state.rollVersion());
            case RUNNING -> {
                if (asked == EnrollmentType.NEW) {
                    throw new WindowClosed(classId, Objects.requireNonNull(state.openedOn()));
                }
                yield asked;
            }
            case FINAL, COMPLETED -> throw new RollFrozen(classId, state.phase());
            case RELEASED -> throw new IntakeNotOpen(classId, state.phase());
        };
    }

    /** A learner who waited joins a running class late, whatever was first asked for. */
    static EnrollmentType promoted(EnrollmentType asked, Phase phase) {
        return phase == Phase.RUNNING && asked == EnrollmentType.NEW ? EnrollmentType.LATE : asked;
    }
}
