package vn.hocvu.classes.messages.consumed.planning;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we read of planning's facts. */
public sealed interface PlanningFact {

    /** @param allocations the items of the year's plan */
    record PlanAllocated(int year, List<Allocation> allocations, LocalDate effectiveOn) implements PlanningFact {
        public PlanAllocated {
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * One item as allocated.
     *
     * @param venueId          absent when classes may choose among venues of the type
     * @param learnersPerClass absent while the quota's scope is unclear
     * @param awaits           what must come before a class may be proposed, absent if nothing
     */
    record Allocation(
            String itemId,
            String classType,
            String category,
            String fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId,
            String venueType,
            @Nullable String venueId,
            String studyMode,
            int quotaClasses,
            @Nullable Integer quotaLearners,
            @Nullable Integer learnersPerClass,
            @Nullable String awaits) {}

    /**
     * An item was added; a draft's items are told again with the allocation.
     *
     * @param offPlan true for an approved off-plan class, which stands beside the plan's quotas; else absent
     */
    record PlanItemAdded(Allocation item, @Nullable Boolean offPlan, LocalDate effectiveOn) implements PlanningFact {}

    /** @param after what the item says now, absent if it was taken out of the plan */
    record PlanAmended(String itemId, @Nullable Allocation after, LocalDate effectiveOn) implements PlanningFact {}

    /** @param after the item with the number of learners that was meant */
    record QuotaClarified(String itemId, Allocation after, LocalDate effectiveOn) implements PlanningFact {}

    record AwaitedDocumentReceived(String itemId, LocalDate effectiveOn) implements PlanningFact {}

    record ClassSlotGranted(String itemId, String classId, LocalDate effectiveOn) implements PlanningFact {}

    /** @param cause planning's code for why it has no place */
    record ClassSlotDenied(String itemId, String classId, String cause, LocalDate effectiveOn)
            implements PlanningFact {}

    record ClassSlotReturned(String itemId, String classId, LocalDate effectiveOn) implements PlanningFact {}

    record ClassLinked(String itemId, String classId, LocalDate effectiveOn) implements PlanningFact {}

    /** @param classId the cancelled class behind it, absent if no class ever was proposed */
    record PlanItemUnfulfilled(
            String itemId, int classes, @Nullable String classId, LocalDate effectiveOn) implements PlanningFact {}
}
