package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to one class's intake. Kept for ever: only optional fields are added; anything else is a new event.
 * In each, {@code effectiveOn} is the business date, local to Asia/Ho_Chi_Minh, and may lie before the recording.
 */
public sealed interface IntakeEvent {
    ClassId classId();

    LocalDate effectiveOn();

    /** Somebody got a place on the roll, or lost it. */
    sealed interface RollChanged extends IntakeEvent {
        EnrollmentId enrollmentId();

        LearnerId learnerId();

        OrgId nominatingOrgId();

        /** Learners on the roll after this, 0 to the number of seats. */
        int rollAfter();
    }

    /** Somebody's place on the roll ended. */
    sealed interface PlaceEnded extends RollChanged {
        ClassType classType();
    }

    /**
     * The class recruits.
     *
     * @param classCode   code people use
     * @param seats       most learners the class may hold
     * @param minLearners least learners it opens with
     * @param deadline    last day of recruiting
     */
    record IntakeOpened(
            ClassId classId,
            @Nullable String classCode,
            PlanItemId planItemId,
            ClassType classType,
            StudyMode studyMode,
            VenueId venueId,
            OrgId venueOwnerOrgId,
            Seats seats,
            int minLearners,
            LocalDate deadline,
            FundingSource fundingSource,
            @Nullable OrgId fundingOrgId,
            List<OrgId> participatingOrgIds,
            LocalDate effectiveOn)
            implements IntakeEvent {
        public IntakeOpened {
            participatingOrgIds = List.copyOf(participatingOrgIds);
        }

        static IntakeOpened with(ClassId classId, IntakeTerms t, LocalDate deadline, LocalDate effectiveOn) {
            return new IntakeOpened(
                    classId,
                    t.classCode(),
                    t.planItemId(),
                    t.classType(),
                    t.studyMode(),
                    t.venueId(),
                    t.venueOwnerOrgId(),
                    t.seats(),
                    t.minLearners(),
                    deadline,
                    t.fundingSource(),
                    t.fundingOrgId(),
                    t.participatingOrgIds(),
                    effectiveOn);
        }

        IntakeTerms terms() {
            return new IntakeTerms(
                    classCode,
                    planItemId,
                    classType,
                    studyMode,
                    venueId,
                    venueOwnerOrgId,
                    seats,
                    minLearners,
                    fundingSource,
                    fundingOrgId,
                    participatingOrgIds);
        }
    }

    /** Recruiting goes on until a new deadline. */
    record IntakeReopened(ClassId classId, LocalDate deadline, LocalDate effectiveOn) implements IntakeEvent {}

    /**
     * A learner has a place on the roll.
     *
     * @param fromClassId      class the learner came from, for a transfer
     * @param creditedModules  modules that count as passed, empty unless the learner studied before
     * @param seatNumber       seat in the class, from 1
     * @param admissionMinutes paper that admitted the learner, absent for a transfer
     * @param document         paper under which the place was given
     */
    record LearnerEnrolled(
            ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            @Nullable String classCode,
            PlanItemId planItemId,
            ClassType classType,
            OrgId nominatingOrgId,
            FundingSource fundingSource,
            @Nullable OrgId fundingOrgId,
            StudyMode studyMode,
            EnrollmentType enrollmentType,
            @Nullable ClassId fromClassId,
            List<String> creditedModules,
            SeatNumber seatNumber,
            int rollAfter,
            @Nullable DocumentRef admissionMinutes,
            DocumentRef document,
            LocalDate effectiveOn)
            implements RollChanged {
        public LearnerEnrolled {
            creditedModules = List.copyOf(creditedModules);
        }
    }

    /**
     * The class was full, and the learner waits for a seat.
     *
     * @param enrollmentId   id the place will have
     * @param enrollmentType how the learner would have come
     * @param position       place in the queue, from 1
     * @param document       admission paper
     */
    record LearnerWaitlisted(
            ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            OrgId nominatingOrgId,
            EnrollmentType enrollmentType,
            int position,
            DocumentRef document,
            LocalDate effectiveOn)
            implements IntakeEvent {}

    /** A seat came free for the first who waited. */
    record WaitlistPromoted(ClassId classId, LearnerId learnerId, LocalDate effectiveOn) implements IntakeEvent {}

    /** Somebody no longer waits, without having got a seat. */
    record WaitlistLeft(
            ClassId classId, LearnerId learnerId, ClassType classType, WaitlistEnd cause, LocalDate effectiveOn)
            implements IntakeEvent {}

    /**
     * Recruiting is over, and this is the roll the class may open with.
     *
     * @param rollVersion   newer than any before
     * @param enrolledCount learners on the roll
     * @param byOrg         the same count per nominating organisation
     */
    record RollConfirmed(
            ClassId classId, RollVersion rollVersion, int enrolledCount, List<OrgLearners> byOrg, LocalDate effectiveOn)
            implements IntakeEvent {
        public RollConfirmed {
            byOrg = List.copyOf(byOrg);
        }
    }

    /** The class has opened; whoever is on the roll now studies. */
    record IntakeStarted(ClassId classId, LocalDate openedOn, LocalDate effectiveOn) implements IntakeEvent {}

    /** A learner left. */
    record LearnerWithdrawn(
            ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            OrgId nominatingOrgId,
            ClassType classType,
            LeavingReason reasonCode,
            @Nullable String reasonText,
            DocumentRef document,
            int rollAfter,
            LocalDate effectiveOn)
            implements PlaceEnded {}

    /** A learner was sent away. */
    record LearnerExpelled(
            ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            OrgId nominatingOrgId,
            ClassType classType,
            LeavingReason reasonCode,
            DocumentRef decision,
            int rollAfter,
            LocalDate effectiveOn)
            implements PlaceEnded {}

    /**
     * A learner left for a time.
     *
     * @param until last day of the deferral
     */
    record LearnerDeferred(
            ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            OrgId nominatingOrgId,
            ClassType classType,
            LocalDate until,
            LeavingReason reasonCode,
            @Nullable String reasonText,
            DocumentRef document,
            int rollAfter,
            LocalDate effectiveOn)
            implements PlaceEnded {}

    /** A learner has died. */
    record LearnerDeceased(
            ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            OrgId nominatingOrgId,
            ClassType classType,
            LeavingReason reasonCode,
            int rollAfter,
            LocalDate effectiveOn)
            implements PlaceEnded {}

    /** Another class has taken the learner over. */
    record LearnerTransferredOut(
            ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            OrgId nominatingOrgId,
            ClassType classType,
            ClassId toClassId,
            DocumentRef document,
            int rollAfter,
            LocalDate effectiveOn)
            implements PlaceEnded {}

    /** Teaching is over; the outcomes will be for exactly these learners. */
    record RollFinalized(ClassId classId, RollVersion rollVersion, List<LearnerId> learnerIds, LocalDate effectiveOn)
            implements IntakeEvent {
        public RollFinalized {
            learnerIds = List.copyOf(learnerIds);
        }
    }

    /** The class has ended for a learner. */
    record EnrollmentCompleted(
            ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            OrgId nominatingOrgId,
            ClassType classType,
            StudyOutcome outcome,
            @Nullable Band band,
            int rollAfter,
            LocalDate effectiveOn)
            implements PlaceEnded {}

    /** A learner lost the place because the class was cancelled or terminated. */
    record LearnerReleased(
            ClassId classId,
            EnrollmentId enrollmentId,
            LearnerId learnerId,
            OrgId nominatingOrgId,
            ClassType classType,
            ReleaseCause cause,
            int rollAfter,
            LocalDate effectiveOn)
            implements PlaceEnded {}

    /**
     * Every seat of the class is free, and there will be no more learners.
     *
     * @param learners how many lost their place
     */
    record IntakeReleased(ClassId classId, int learners, ReleaseCause cause, LocalDate effectiveOn)
            implements IntakeEvent {}
}
