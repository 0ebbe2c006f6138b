package vn.hocvu.classes.trainingclass;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to one training class. Kept for ever: only optional fields are added; anything else is a new event.
 * {@code effectiveOn} is the business date, local to Asia/Ho_Chi_Minh; it may lie before the recording.
 */
public sealed interface ClassEvent {
    ClassId classId();

    LocalDate effectiveOn();

    /**
     * @param cohort              label only
     * @param venueOwnerOrgId     organisation whose venue it is; row scope of a centre follows it
     * @param participatingOrgIds organisations that may send learners; empty = all
     */
    record ClassProposed(
            ClassId classId,
            ClassCode classCode,
            PlanItemId planItemId,
            boolean offPlan,
            ClassType classType,
            Category category,
            @Nullable Cohort cohort,
            CurriculumVersion curriculum,
            StudyMode studyMode,
            VenueId venueId,
            VenueType venueType,
            OrgId venueOwnerOrgId,
            FundingSource fundingSource,
            @Nullable OrgId fundingOrgId,
            @Nullable OrgId requesterOrgId,
            Headcount plannedLearners,
            Headcount minLearners,
            Seats seats,
            LocalDate plannedStart,
            LocalDate plannedEnd,
            List<OrgId> participatingOrgIds,
            LocalDate effectiveOn)
            implements ClassEvent {}

    record SlotGrantNoted(ClassId classId, PlanItemId planItemId, LocalDate effectiveOn) implements ClassEvent {}

    /** @param cause planning's code for why it has no place */
    record SlotDenialNoted(ClassId classId, PlanItemId planItemId, String cause, LocalDate effectiveOn)
            implements ClassEvent {}

    /** Carries all that enrollment needs to open the intake. */
    record RecruitingStarted(
            ClassId classId,
            ClassCode classCode,
            PlanItemId planItemId,
            ClassType classType,
            StudyMode studyMode,
            VenueId venueId,
            OrgId venueOwnerOrgId,
            FundingSource fundingSource,
            @Nullable OrgId fundingOrgId,
            List<OrgId> participatingOrgIds,
            Seats seats,
            Headcount minLearners,
            LocalDate deadline,
            LocalDate effectiveOn)
            implements ClassEvent {}

    /** Carries all that enrollment needs to reopen the intake, or to open one it has missed. */
    record RecruitingExtended(
            ClassId classId,
            ClassCode classCode,
            PlanItemId planItemId,
            ClassType classType,
            StudyMode studyMode,
            VenueId venueId,
            OrgId venueOwnerOrgId,
            FundingSource fundingSource,
            @Nullable OrgId fundingOrgId,
            List<OrgId> participatingOrgIds,
            Seats seats,
            Headcount minLearners,
            LocalDate deadline,
            LocalDate effectiveOn)
            implements ClassEvent {}

    record RollReceived(ClassId classId, Headcount enrolledCount, RollVersion rollVersion, LocalDate effectiveOn)
            implements ClassEvent {}

    /** The confirmed roll is too small; the school board chooses what becomes of the class. */
    record MinimumMissed(ClassId classId, Headcount enrolledCount, Headcount minLearners, LocalDate effectiveOn)
            implements ClassEvent {}

    record MinimumOverridden(ClassId classId, DocumentRef document, LocalDate effectiveOn) implements ClassEvent {}

    /** @param checks what was found in order */
    record ReadinessConfirmed(ClassId classId, List<ReadinessCheck> checks, LocalDate effectiveOn)
            implements ClassEvent {}

    /**
     * The class counts as opened from its effective date on.
     *
     * @param ruleSets      rules pinned by the opening date
     * @param enrolledCount the confirmed roll
     */
    record ClassOpened(
            ClassId classId,
            ClassCode classCode,
            PlanItemId planItemId,
            boolean offPlan,
            int planYear,
            ClassType classType,
            Category category,
            @Nullable Cohort cohort,
            StudyMode studyMode,
            CurriculumVersion curriculum,
            RuleSets ruleSets,
            VenueId venueId,
            VenueType venueType,
            FundingSource fundingSource,
            @Nullable OrgId fundingOrgId,
            @Nullable OrgId requesterOrgId,
            Headcount plannedLearners,
            Headcount minLearners,
            Seats seats,
            Headcount enrolledCount,
            RollVersion rollVersion,
            DocumentRef openingDecision,
            LocalDate startOn,
            LocalDate plannedEndOn,
            LocalDate effectiveOn)
            implements ClassEvent {}

    record OpeningCeremonyHeld(ClassId classId, LocalDate heldOn, LocalDate effectiveOn) implements ClassEvent {}

    record TeachingStarted(ClassId classId, LocalDate effectiveOn) implements ClassEvent {}

    record ClassSuspended(
            ClassId classId,
            ReasonCode reasonCode,
            @Nullable String reasonText,
            DocumentRef document,
            LocalDate effectiveOn)
            implements ClassEvent {}

    record ClassResumed(ClassId classId, @Nullable DocumentRef document, LocalDate effectiveOn) implements ClassEvent {}

    record TeachingCompleted(ClassId classId, Periods deliveredPeriods, DocumentRef document, LocalDate effectiveOn)
            implements ClassEvent {}

    record FinalRollReceived(
            ClassId classId, RollVersion rollVersion, List<LearnerId> learnerIds, LocalDate effectiveOn)
            implements ClassEvent {}

    /** The learners' graduation counts from the effective date of the decision. */
    record ClassGraduated(
            ClassId classId,
            ClassCode classCode,
            PlanItemId planItemId,
            ClassType classType,
            Category category,
            VenueId venueId,
            VenueType venueType,
            FundingSource fundingSource,
            @Nullable OrgId fundingOrgId,
            DocumentRef graduationDecision,
            @Nullable LocalDate closingCeremonyOn,
            GraduationCounts counts,
            List<LearnerOutcome> outcomes,
            LocalDate effectiveOn)
            implements ClassEvent {}

    /** A short course has ended. */
    record ClassClosed(
            ClassId classId,
            ClosureCounts counts,
            List<LearnerOutcome> outcomes,
            DocumentRef decision,
            LocalDate effectiveOn)
            implements ClassEvent {}

    /**
     * The class will not open; it never counts as opened, trained or carried over.
     *
     * @param enrolledCount learners whose places are released
     * @param quotaReturned the plan item gets the class back instead of losing it
     */
    record ClassCancelled(
            ClassId classId,
            PlanItemId planItemId,
            ReasonCode reasonCode,
            @Nullable String reasonText,
            Headcount enrolledCount,
            boolean quotaReturned,
            DocumentRef document,
            LocalDate effectiveOn)
            implements ClassEvent {}

    /** @param roll learners in the class when it ended */
    record ClassTerminated(
            ClassId classId,
            ReasonCode reasonCode,
            @Nullable String reasonText,
            Headcount roll,
            DocumentRef document,
            LocalDate effectiveOn)
            implements ClassEvent {}
}
