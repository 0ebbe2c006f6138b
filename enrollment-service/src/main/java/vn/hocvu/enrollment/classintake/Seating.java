package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import java.util.List;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerEnrolled;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerWaitlisted;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistPromoted;

/** Who gets which seat: the lowest free number, and before anybody new the first who waits (E1, E5). */
final class Seating {
    private Seating() {}

    static LearnerEnrolled give(ClassId classId, Candidate c, IntakeState state) {
        var terms = state.terms();
        return new LearnerEnrolled(
                classId,
                c.enrollmentId(),
                c.learnerId(),
                terms.classCode(),
                terms.planItemId(),
                terms.classType(),
                c.nominatingOrgId(),
                terms.fundingSource(),
                terms.fundingOrgId(),
                terms.studyMode(),
                c.type(),
                c.fromClassId(),
                List.of(),
                state.freeSeat().orElseThrow(),
                state.roll().count() + 1,
                c.type() == EnrollmentType.TRANSFER_IN ? null : c.document(),
                c.document(),
                c.since());
    }

    static LearnerWaitlisted queue(ClassId classId, Candidate c, IntakeState state) {
        return new LearnerWaitlisted(
                classId,
                c.enrollmentId(),
                c.learnerId(),
                c.nominatingOrgId(),
                c.type(),
                state.waitlist().count() + 1,
                c.document(),
                c.since());
    }

    /** The first in line takes the free seat, not before having asked for it; nobody while the roll is held or final. */
    static List<IntakeEvent> promote(ClassId classId, IntakeState state, LocalDate freeFrom) {
        if (state.phase() != Phase.OPEN && state.phase() != Phase.RUNNING) {
            return List.of();
        }
        return state.nextInLine()
                .map(first -> {
                    var from = freeFrom.isBefore(first.since()) ? first.since() : freeFrom;
                    var candidate = first.as(Joining.promoted(first.type(), state.phase()), from);
                    return List.<IntakeEvent>of(
                            new WaitlistPromoted(classId, first.learnerId(), from), give(classId, candidate, state));
                })
                .orElse(List.of());
    }
}
