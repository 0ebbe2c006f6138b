package vn.hocvu.classes.trainingclass;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.classes.trainingclass.ClassEvent.*;

/**
 * All a class must remember to decide.
 *
 * @param deadline last day to enrol, once recruiting
 * @param roll     newest roll heard of
 * @param opening  day and size of the opening, once opened
 * @param finalRoll learners to be given an outcome, once taught
 */
record ClassState(
        ClassProposed proposal,
        Phase phase,
        Slot slot,
        @Nullable LocalDate deadline,
        @Nullable Roll roll,
        boolean minimumOverridden,
        @Nullable Opening opening,
        @Nullable FinalRoll finalRoll) {

    /** @param current false once recruiting was extended: then a newer one must come before the class can be ready */
    record Roll(Headcount enrolled, RollVersion version, boolean current) {}

    record Opening(LocalDate on, Headcount enrolled) {}

    record FinalRoll(RollVersion version, List<LearnerId> learnerIds) {}

    static ClassState of(ClassProposed proposal) {
        return new ClassState(proposal, Phase.PROPOSED, Slot.PENDING, null, null, false, null, null);
    }

    ClassState after(ClassEvent event) {
        return switch (event) {
            case ClassProposed e -> of(e);
            case SlotGrantNoted e -> withSlot(Slot.GRANTED);
            case SlotDenialNoted e -> withSlot(Slot.DENIED);
            case RecruitingStarted e -> recruitingUntil(e.deadline());
            case RecruitingExtended e -> recruitingUntil(e.deadline());
            case RollReceived e -> withRoll(new Roll(e.enrolledCount(), e.rollVersion(), true));
            case MinimumMissed e -> in(Phase.RECRUITING);
            case MinimumOverridden e -> withMinimumOverridden();
            case ReadinessConfirmed e -> in(Phase.READY);
            case ClassOpened e -> openedWith(new Opening(e.effectiveOn(), e.enrolledCount()));
            case OpeningCeremonyHeld e -> this;
            case TeachingStarted e -> in(Phase.IN_PROGRESS);
            case ClassSuspended e -> in(Phase.SUSPENDED);
            case ClassResumed e -> in(Phase.IN_PROGRESS);
            case TeachingCompleted e -> in(Phase.TAUGHT);
            case FinalRollReceived e -> withFinalRoll(new FinalRoll(e.rollVersion(), e.learnerIds()));
            case ClassGraduated e -> in(Phase.GRADUATED);
            case ClassClosed e -> in(Phase.CLOSED);
            case ClassCancelled e -> in(Phase.CANCELLED);
            case ClassTerminated e -> in(Phase.TERMINATED);
        };
    }

    /** The roll enrollment has confirmed since recruiting was last extended. */
    Roll confirmedRoll() {
        if (roll == null || !roll.current()) {
            throw new ClassRefusal.RollNotConfirmed(proposal.classCode());
        }
        return roll;
    }

    boolean isBelowMinimum(Headcount enrolled) {
        return enrolled.count() < proposal.minLearners().count() && !minimumOverridden;
    }

    private ClassState in(Phase next) {
        return new ClassState(proposal, next, slot, deadline, roll, minimumOverridden, opening, finalRoll);
    }

    private ClassState withSlot(Slot answer) {
        return new ClassState(proposal, phase, answer, deadline, roll, minimumOverridden, opening, finalRoll);
    }

    private ClassState recruitingUntil(LocalDate day) {
        var outdated = roll == null ? null : new Roll(roll.enrolled(), roll.version(), false);
        return new ClassState(proposal, Phase.RECRUITING, slot, day, outdated, minimumOverridden, opening, finalRoll);
    }

    private ClassState withRoll(Roll newest) {
        return new ClassState(proposal, phase, slot, deadline, newest, minimumOverridden, opening, finalRoll);
    }

    private ClassState withMinimumOverridden() {
        return new ClassState(proposal, phase, slot, deadline, roll, true, opening, finalRoll);
    }

    private ClassState openedWith(Opening day) {
        return new ClassState(proposal, Phase.OPENED, slot, deadline, roll, minimumOverridden, day, finalRoll);
    }

    private ClassState withFinalRoll(FinalRoll learners) {
        return new ClassState(proposal, phase, slot, deadline, roll, minimumOverridden, opening, learners);
    }
}
