package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of one class's intake. Every command says from which business date its effect counts. */
public sealed interface IntakeCommand {
    ClassId classId();

    /** Begins recruiting for a class; asked again it changes nothing. */
    record OpenIntake(
            @TargetAggregateIdentifier ClassId classId, IntakeTerms terms, LocalDate deadline, LocalDate effectiveOn)
            implements IntakeCommand {}

    /**
     * Recruits on until a new deadline, also when the roll had been confirmed.
     *
     * @param deadline last day of recruiting
     */
    record ReopenIntake(@TargetAggregateIdentifier ClassId classId, LocalDate deadline, LocalDate effectiveOn)
            implements IntakeCommand {}

    /**
     * Gives a learner a seat under an admission document, or a place on the waiting list.
     *
     * @param enrollmentId id of the place, if there is one to give
     * @param type         how the learner comes; before the class opens it is always recorded as new
     * @param document     admission paper
     * @param waitIfFull   whether a full class puts the learner on the waiting list instead of refusing
     */
    record EnrollLearner(
            @TargetAggregateIdentifier ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            OrgId nominatingOrgId,
            EnrollmentType type,
            DocumentRef document,
            boolean waitIfFull,
            LocalDate effectiveOn)
            implements IntakeCommand {}

    /**
     * Brings a learner over from another class of the same level; the other class ends the old place afterwards.
     *
     * @param classId       the class that takes the learner
     * @param fromClassType type of the class that gives the learner
     */
    record TransferLearner(
            @TargetAggregateIdentifier ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            ClassId fromClassId,
            ClassType fromClassType,
            OrgId nominatingOrgId,
            DocumentRef document,
            LocalDate effectiveOn)
            implements IntakeCommand {}

    /** Ends the place of a learner whom another class has taken over. */
    record EndTransferredPlace(
            @TargetAggregateIdentifier ClassId classId,
            LearnerId learnerId,
            ClassId toClassId,
            DocumentRef document,
            LocalDate effectiveOn)
            implements IntakeCommand {}

    /** Ends a place, or a wait for one, because the learner leaves. */
    record WithdrawLearner(
            @TargetAggregateIdentifier ClassId classId,
            LearnerId learnerId,
            Reason reason,
            DocumentRef document,
            LocalDate effectiveOn)
            implements IntakeCommand {}

    /**
     * Ends a place because the learner is sent away.
     *
     * @param decision paper that expels the learner
     */
    record ExpelLearner(
            @TargetAggregateIdentifier ClassId classId,
            LearnerId learnerId,
            DocumentRef decision,
            LocalDate effectiveOn)
            implements IntakeCommand {}

    /**
     * Ends a place for a time; the learner may come back to a later class.
     *
     * @param until last day of the deferral, at most 24 months away
     */
    record DeferLearner(
            @TargetAggregateIdentifier ClassId classId,
            LearnerId learnerId,
            LocalDate until,
            Reason reason,
            DocumentRef document,
            LocalDate effectiveOn)
            implements IntakeCommand {}

    /** Ends a place because the learner has died; needs no document, and is possible even on a final roll. */
    record RecordDeath(@TargetAggregateIdentifier ClassId classId, LearnerId learnerId, LocalDate effectiveOn)
            implements IntakeCommand {}

    /**
     * Closes recruiting with the learners there are.
     *
     * @param forDeadline the deadline that passed, when nobody said so: a deadline moved meanwhile makes the command void
     */
    record ConfirmRoll(
            @TargetAggregateIdentifier ClassId classId,
            @Nullable LocalDate forDeadline,
            LocalDate effectiveOn) implements IntakeCommand {}

    /**
     * Turns the enrolled into students because the class has opened.
     *
     * @param openedOn    effective date of the opening decision
     * @param rollVersion version of the roll the class opened with, absent if the class did not say
     */
    record StartIntake(
            @TargetAggregateIdentifier ClassId classId,
            LocalDate openedOn,
            @Nullable RollVersion rollVersion) implements IntakeCommand {}

    /** Closes the roll because teaching is over; from then on only death takes somebody off it. */
    record FinalizeRoll(@TargetAggregateIdentifier ClassId classId, LocalDate effectiveOn) implements IntakeCommand {}

    /**
     * Ends every place with the outcome the class decided.
     *
     * @param outcomes one for each learner of the final roll
     */
    record CompleteEnrollments(
            @TargetAggregateIdentifier ClassId classId, List<LearnerOutcome> outcomes, LocalDate effectiveOn)
            implements IntakeCommand {
        public CompleteEnrollments {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Gives every seat free because the class is cancelled or terminated. */
    record ReleaseIntake(@TargetAggregateIdentifier ClassId classId, ReleaseCause cause, LocalDate effectiveOn)
            implements IntakeCommand {}
}
