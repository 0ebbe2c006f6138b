package vn.hocvu.classes.trainingclass;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of one training class. {@code effectiveOn} is the business date, local to Asia/Ho_Chi_Minh; it may
 * lie before the recording.
 */
public sealed interface ClassCommand {
    ClassId classId();

    LocalDate effectiveOn();

    /**
     * Ask for a class of an allocated plan item. The class's identity follows from type, plan year and code, so a code
     * that is taken meets the class that has it.
     *
     * @param offPlan             the item was approved outside the plan
     * @param venueOwnerOrgId     organisation the venue belongs to; a centre proposes only for its own
     * @param fundingOrgId        who pays, for district and agency funding
     * @param plannedLearners     learners expected
     * @param minLearners         least number to open with
     * @param participatingOrgIds organisations that may send learners; empty = all
     */
    record ProposeClass(
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
            implements ClassCommand {
        public ProposeClass {
            participatingOrgIds = List.copyOf(participatingOrgIds);
            if (plannedEnd.isBefore(plannedStart)) {
                throw new IllegalArgumentException(
                        "planned end " + plannedEnd + " lies before the start " + plannedStart);
            }
            if (seats.count() < minLearners.count()) {
                throw new IllegalArgumentException(
                        seats.count() + " seats cannot hold the minimum of " + minLearners.count() + " learners");
            }
            if (fundingSource.needsOrganization() != (fundingOrgId != null)) {
                throw new IllegalArgumentException(fundingSource + " with funding organisation " + fundingOrgId
                        + ": a paying district or agency is named, nobody else");
            }
        }

        @Override
        @TargetAggregateIdentifier
        public ClassId classId() {
            return ClassId.of(classType, planItemId.year(), classCode);
        }
    }

    /** Planning has given the class a place in its item. */
    record NoteSlotGranted(@TargetAggregateIdentifier ClassId classId, LocalDate effectiveOn) implements ClassCommand {}

    /** Planning has no place for the class, and says why. */
    record NoteSlotDenied(@TargetAggregateIdentifier ClassId classId, String cause, LocalDate effectiveOn)
            implements ClassCommand {}

    /** @param deadline last day to enrol */
    record StartRecruiting(@TargetAggregateIdentifier ClassId classId, LocalDate deadline, LocalDate effectiveOn)
            implements ClassCommand {}

    /** @param deadline the new last day to enrol, later than the former */
    record ExtendRecruiting(@TargetAggregateIdentifier ClassId classId, LocalDate deadline, LocalDate effectiveOn)
            implements ClassCommand {}

    /** Enrollment has confirmed the roll. */
    record RecordRoll(
            @TargetAggregateIdentifier ClassId classId,
            Headcount enrolledCount,
            RollVersion rollVersion,
            LocalDate effectiveOn)
            implements ClassCommand {}

    /** The class may open below its minimum, by this document. */
    record OverrideMinimum(@TargetAggregateIdentifier ClassId classId, DocumentRef document, LocalDate effectiveOn)
            implements ClassCommand {}

    record ConfirmReadiness(@TargetAggregateIdentifier ClassId classId, LocalDate effectiveOn)
            implements ClassCommand {}

    /** @param decision the opening decision (quyết định mở lớp); teaching starts on the effective date */
    record OpenClass(@TargetAggregateIdentifier ClassId classId, DocumentRef decision, LocalDate effectiveOn)
            implements ClassCommand {}

    /** The opening ceremony; no effect on any count. */
    record HoldOpeningCeremony(@TargetAggregateIdentifier ClassId classId, LocalDate heldOn, LocalDate effectiveOn)
            implements ClassCommand {}

    record StartTeaching(@TargetAggregateIdentifier ClassId classId, LocalDate effectiveOn) implements ClassCommand {}

    record SuspendClass(
            @TargetAggregateIdentifier ClassId classId, Reason reason, DocumentRef document, LocalDate effectiveOn)
            implements ClassCommand {}

    record ResumeClass(
            @TargetAggregateIdentifier ClassId classId,
            @Nullable DocumentRef document,
            LocalDate effectiveOn) implements ClassCommand {}

    /** @param document the paper that states the delivered periods, as long as no timetable does */
    record CompleteTeaching(
            @TargetAggregateIdentifier ClassId classId,
            Periods deliveredPeriods,
            DocumentRef document,
            LocalDate effectiveOn)
            implements ClassCommand {}

    /** Enrollment has closed the roll: these and only these learners get an outcome. */
    record RecordFinalRoll(
            @TargetAggregateIdentifier ClassId classId,
            RollVersion rollVersion,
            List<LearnerId> learnerIds,
            LocalDate effectiveOn)
            implements ClassCommand {
        public RecordFinalRoll {
            learnerIds = List.copyOf(learnerIds);
        }
    }

    /** @param decision the graduation decision (quyết định công nhận) that lists the outcomes */
    record GraduateClass(
            @TargetAggregateIdentifier ClassId classId,
            DocumentRef decision,
            @Nullable LocalDate closingCeremonyOn,
            List<LearnerOutcome> outcomes,
            LocalDate effectiveOn)
            implements ClassCommand {
        public GraduateClass {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Ends a short course. */
    record CloseClass(
            @TargetAggregateIdentifier ClassId classId,
            DocumentRef decision,
            List<LearnerOutcome> outcomes,
            LocalDate effectiveOn)
            implements ClassCommand {
        public CloseClass {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * @param quotaReturned the plan item gets the class back, to be used by another one
     * @param enrolled      learners enrolled so far, as shown to the person who decides; a confirmed roll overrules it
     */
    record CancelClass(
            @TargetAggregateIdentifier ClassId classId,
            Reason reason,
            boolean quotaReturned,
            Headcount enrolled,
            DocumentRef document,
            LocalDate effectiveOn)
            implements ClassCommand {}

    /** @param roll learners in the class, as shown to the person who decides */
    record TerminateClass(
            @TargetAggregateIdentifier ClassId classId,
            Reason reason,
            Headcount roll,
            DocumentRef document,
            LocalDate effectiveOn)
            implements ClassCommand {}
}
