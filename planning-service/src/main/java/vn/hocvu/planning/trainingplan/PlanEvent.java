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

    record PlanItemAdded(PlanId planId, PlanItemId itemId, PlanItemTerms terms, LocalDate effectiveOn)
            implements PlanEvent, AboutItem {}

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
