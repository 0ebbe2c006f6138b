package vn.hocvu.planning.trainingplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to one year's plan. Kept for ever: only optional fields are added; anything else is a new event. */
public sealed interface PlanEvent {
    PlanId planId();

    /** Business date, local to Asia/Ho_Chi_Minh; may lie before the recording. */
    LocalDate effectiveOn();

    /** A fact of one amendment. */
    interface AboutAmendment {
        AmendmentId amendmentId();

        /** The item it is about, absent while that is still to be added. */
        @Nullable
        PlanItemId itemId();
    }

    /** A fact of one item. */
    interface AboutItem {
        PlanItemId itemId();
    }

    /**
     * @param carriedInClasses  classes that ran across the eve of the year, counted from the classes' own facts
     * @param carriedInLearners their learners at the end of that day
     * @param carriedInAsOf     the eve of the year
     */
    record PlanDrafted(
            PlanId planId,
            PlanYear year,
            int carriedInClasses,
            int carriedInLearners,
            LocalDate carriedInAsOf,
            LocalDate effectiveOn)
            implements PlanEvent {}

    /**
     * @param requestId the approved request for an off-plan class, absent for an item of the plan proper
     */
    record PlanItemAdded(
            PlanId planId,
            PlanItemId itemId,
            PlanItemTerms terms,
            @Nullable OffPlanRequestId requestId,
            LocalDate effectiveOn)
            implements PlanEvent, AboutItem {
        public PlanItemAdded(PlanId planId, PlanItemId itemId, PlanItemTerms terms, LocalDate effectiveOn) {
            this(planId, itemId, terms, null, effectiveOn);
        }

        /** True if the item stands beside the plan's quotas (P7). */
        public boolean offPlan() {
            return requestId != null;
        }
    }

    record PlanItemChanged(
            PlanId planId, PlanItemId itemId, PlanItemTerms before, PlanItemTerms after, LocalDate effectiveOn)
            implements PlanEvent, AboutItem {}

    record PlanItemRemoved(PlanId planId, PlanItemId itemId, LocalDate effectiveOn) implements PlanEvent, AboutItem {}

    record PlanSubmitted(PlanId planId, PlanTotals totals, LocalDate effectiveOn) implements PlanEvent {}

    record PlanReturned(PlanId planId, String comments, LocalDate effectiveOn) implements PlanEvent {}

    record PlanApproved(PlanId planId, DocumentRef document, LocalDate effectiveOn) implements PlanEvent {}

    /**
     * @param allocations every item as allocated, in the plan's order
     * @param totals      sums over the allocations; ambiguous figures stand beside them
     */
    record PlanAllocated(
            PlanId planId,
            PlanYear year,
            DocumentRef document,
            List<Allocation> allocations,
            PlanTotals totals,
            LocalDate effectiveOn)
            implements PlanEvent {
        public PlanAllocated {
            allocations = List.copyOf(allocations);
        }
    }

    /** One item as the city allocated it. */
    record Allocation(PlanItemId itemId, PlanItemTerms terms) {}

    /**
     * @param itemId   the item to be changed, absent for one to be added
     * @param before   what the item says, absent for one to be added
     * @param after    what it shall say, absent for one to be removed
     * @param document the paper that asks for it
     * @param steps    who has to agree, in this order
     */
    record AmendmentProposed(
            PlanId planId,
            AmendmentId amendmentId,
            AmendmentKind kind,
            @Nullable PlanItemId itemId,
            @Nullable PlanItemTerms before,
            @Nullable PlanItemTerms after,
            AmendmentReason reasonCode,
            @Nullable String reasonText,
            DocumentRef document,
            List<AmendmentStep> steps,
            LocalDate effectiveOn)
            implements PlanEvent, AboutAmendment {
        public AmendmentProposed {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One of two steps was taken; the plan is not amended yet.
     *
     * @param step     who agreed
     * @param document the paper it rests on, if there is one
     */
    record AmendmentEndorsed(
            PlanId planId,
            AmendmentId amendmentId,
            @Nullable PlanItemId itemId,
            AmendmentStep step,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements PlanEvent, AboutAmendment {}

    /**
     * @param comments why it was rejected
     */
    record AmendmentRejected(
            PlanId planId,
            AmendmentId amendmentId,
            @Nullable PlanItemId itemId,
            String comments,
            LocalDate effectiveOn) implements PlanEvent, AboutAmendment {}

    record AmendmentWithdrawn(
            PlanId planId,
            AmendmentId amendmentId,
            @Nullable PlanItemId itemId,
            LocalDate effectiveOn) implements PlanEvent, AboutAmendment {}

    /**
     * The plan says something else from that day on.
     *
     * @param itemId     the item; a new number if it was added
     * @param before     what it said, absent if it was added
     * @param after      what it says, absent if it was removed
     * @param document   the paper that decides it
     * @param approvedBy everybody who agreed, in order
     */
    record PlanAmended(
            PlanId planId,
            AmendmentId amendmentId,
            AmendmentKind kind,
            PlanItemId itemId,
            @Nullable PlanItemTerms before,
            @Nullable PlanItemTerms after,
            AmendmentReason reasonCode,
            DocumentRef document,
            List<Approver> approvedBy,
            LocalDate effectiveOn)
            implements PlanEvent, AboutItem, AboutAmendment {
        public PlanAmended {
            approvedBy = List.copyOf(approvedBy);
        }
    }

    /**
     * @param before the item with the ambiguous number
     * @param after  the item with the number it means
     */
    record QuotaClarified(
            PlanId planId,
            PlanItemId itemId,
            PlanItemTerms before,
            PlanItemTerms after,
            DocumentRef document,
            LocalDate effectiveOn)
            implements PlanEvent, AboutItem {}

    record AwaitedDocumentReceived(PlanId planId, PlanItemId itemId, DocumentRef document, LocalDate effectiveOn)
            implements PlanEvent, AboutItem {}

    record ClassSlotGranted(PlanId planId, PlanItemId itemId, ClassId classId, VenueId venueId, LocalDate effectiveOn)
            implements PlanEvent, AboutItem {}

    record ClassSlotDenied(PlanId planId, PlanItemId itemId, ClassId classId, DenialCause cause, LocalDate effectiveOn)
            implements PlanEvent, AboutItem {}

    record ClassSlotReturned(PlanId planId, PlanItemId itemId, ClassId classId, LocalDate effectiveOn)
            implements PlanEvent, AboutItem {}

    /**
     * @param enrolledCount learners on the roll when the class opened
     */
    record ClassLinked(PlanId planId, PlanItemId itemId, ClassId classId, int enrolledCount, LocalDate effectiveOn)
            implements PlanEvent, AboutItem {}

    /**
     * @param classes        classes given up, at least 1
     * @param learners       learners planned for them, 0 if the plan leaves their number open
     * @param classId        the cancelled class whose place was given up, if there was one
     * @param fundingOrgId   who would have paid
     * @param requesterOrgId who had asked for the classes
     */
    record PlanItemUnfulfilled(
            PlanId planId,
            PlanItemId itemId,
            int classes,
            int learners,
            UnfulfilledReason reasonCode,
            @Nullable String reasonText,
            @Nullable ClassId classId,
            @Nullable DocumentRef document,
            @Nullable OrgId fundingOrgId,
            @Nullable OrgId requesterOrgId,
            LocalDate effectiveOn)
            implements PlanEvent, AboutItem {}

    /**
     * @param classIds      classes still running at the end of the year
     * @param effectiveAsOf the last day of the year
     * @param recordedAsOf  facts recorded later were not known
     */
    record CarryOverDetermined(
            PlanId planId,
            PlanYear year,
            List<ClassId> classIds,
            int classes,
            int learners,
            LocalDate effectiveAsOf,
            Instant recordedAsOf,
            LocalDate effectiveOn)
            implements PlanEvent {
        public CarryOverDetermined {
            classIds = List.copyOf(classIds);
        }
    }

    record PlanYearClosed(
            PlanId planId,
            PlanYear year,
            YearTotals totals,
            @Nullable DocumentRef document,
            LocalDate effectiveOn) implements PlanEvent {}
}
