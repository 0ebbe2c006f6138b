package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.IntakeEvent.EnrollmentCompleted;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeOpened;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeReleased;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeReopened;
import vn.hocvu.enrollment.classintake.IntakeEvent.IntakeStarted;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerEnrolled;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerWaitlisted;
import vn.hocvu.enrollment.classintake.IntakeEvent.PlaceEnded;
import vn.hocvu.enrollment.classintake.IntakeEvent.RollConfirmed;
import vn.hocvu.enrollment.classintake.IntakeEvent.RollFinalized;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistLeft;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistPromoted;

/**
 * What an intake knows of its past.
 *
 * @param openedOn  effective date of the opening, once the class has opened
 * @param finalRoll learners for whom the class must decide an outcome, once teaching is over
 */
record IntakeState(
        Phase phase,
        IntakeTerms terms,
        LocalDate deadline,
        Roll roll,
        Waitlist waitlist,
        RollVersion rollVersion,
        @Nullable LocalDate openedOn,
        List<LearnerId> finalRoll) {
    IntakeState {
        finalRoll = List.copyOf(finalRoll);
    }

    static IntakeState of(IntakeOpened e) {
        return new IntakeState(
                Phase.OPEN, e.terms(), e.deadline(), Roll.empty(), Waitlist.empty(), RollVersion.NONE, null, List.of());
    }

    IntakeState after(IntakeEvent event) {
        return switch (event) {
            case IntakeOpened e -> of(e);
            case IntakeReopened e -> with(Phase.OPEN).until(e.deadline());
            case LearnerEnrolled e -> with(roll.plus(placeOf(e)), rollVersion.next());
            case PlaceEnded e -> without(e);
            case LearnerWaitlisted e -> with(waitlist.plus(candidateOf(e)));
            case WaitlistPromoted e -> with(waitlist.minus(e.learnerId()));
            case WaitlistLeft e -> with(waitlist.minus(e.learnerId()));
            case RollConfirmed e -> with(Phase.ROLL_CONFIRMED).with(roll, e.rollVersion());
            case IntakeStarted e -> with(Phase.RUNNING).opened(e.openedOn());
            case RollFinalized e ->
                with(Phase.FINAL).with(roll, e.rollVersion()).decidedFor(e.learnerIds());
            case IntakeReleased e -> with(Phase.RELEASED);
        };
    }

    Optional<SeatNumber> freeSeat() {
        return roll.freeSeat(terms.seats());
    }

    /** Whoever waits first, if there is a seat to be had. */
    Optional<Candidate> nextInLine() {
        return freeSeat().isPresent() ? waitlist.first() : Optional.empty();
    }

    private IntakeState without(PlaceEnded e) {
        var left = roll.minus(e.learnerId());
        var ended = e instanceof EnrollmentCompleted && left.count() == 0;
        return (ended ? with(Phase.COMPLETED) : this).with(left, rollVersion.next());
    }

    private static Place placeOf(LearnerEnrolled e) {
        return new Place(e.enrollmentId(), e.learnerId(), e.nominatingOrgId(), e.seatNumber(), e.effectiveOn());
    }

    private static Candidate candidateOf(LearnerWaitlisted e) {
        return new Candidate(
                e.enrollmentId(),
                e.learnerId(),
                e.nominatingOrgId(),
                e.enrollmentType(),
                null,
                e.document(),
                e.effectiveOn());
    }

    private IntakeState with(Phase next) {
        return new IntakeState(next, terms, deadline, roll, waitlist, rollVersion, openedOn, finalRoll);
    }

    private IntakeState with(Roll next, RollVersion version) {
        return new IntakeState(phase, terms, deadline, next, waitlist, version, openedOn, finalRoll);
    }

    private IntakeState with(Waitlist next) {
        return new IntakeState(phase, terms, deadline, roll, next, rollVersion, openedOn, finalRoll);
    }

    private IntakeState until(LocalDate next) {
        return new IntakeState(phase, terms, next, roll, waitlist, rollVersion, openedOn, finalRoll);
    }

    private IntakeState opened(LocalDate on) {
        return new IntakeState(phase, terms, deadline, roll, waitlist, rollVersion, on, finalRoll);
    }

    private IntakeState decidedFor(List<LearnerId> learners) {
        return new IntakeState(phase, terms, deadline, roll, waitlist, rollVersion, openedOn, learners);
    }
}
