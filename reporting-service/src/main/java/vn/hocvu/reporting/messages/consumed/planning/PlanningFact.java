package vn.hocvu.reporting.messages.consumed.planning;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.messages.consumed.Family;

/** What has happened to one year's plan, as far as figures are made of it. */
public sealed interface PlanningFact {
    /** All of them. */
    Family<PlanningFact> FAMILY = new Family<>("planning", PlanningFact.class);

    String planId();

    LocalDate effectiveOn();

    record PlanAllocated(String planId, int year, List<Allocation> allocations, LocalDate effectiveOn)
            implements PlanningFact {}

    /**
     * One item as it was allocated.
     *
     * @param quotaLearners absent if the figure's scope is ambiguous
     * @param readings      what an ambiguous figure may mean
     */
    record Allocation(
            String itemId,
            String classType,
            @Nullable String category,
            @Nullable String fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId,
            @Nullable String venueType,
            @Nullable String venueId,
            @Nullable String studyMode,
            int quotaClasses,
            @Nullable Integer quotaLearners,
            @Nullable Integer learnersPerClass,
            @Nullable Integer ambiguousValue,
            @Nullable List<Reading> readings,
            @Nullable String awaits,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedUntil) {}

    /** One thing an ambiguous figure may mean. */
    record Reading(String scope, int quotaLearners) {}

    /**
     * The allocated plan says something else of one item.
     *
     * @param before absent if the item was added
     * @param after  absent if it was taken out of the plan
     */
    record PlanAmended(
            String planId,
            String itemId,
            @Nullable Allocation before,
            @Nullable Allocation after,
            LocalDate effectiveOn)
            implements PlanningFact {}

    /** It is settled what an ambiguous figure means. */
    record QuotaClarified(String planId, String itemId, Allocation before, Allocation after, LocalDate effectiveOn)
            implements PlanningFact {}

    record ClassSlotGranted(String planId, String itemId, String classId, LocalDate effectiveOn)
            implements PlanningFact {}

    record ClassSlotReturned(String planId, String itemId, String classId, LocalDate effectiveOn)
            implements PlanningFact {}

    record ClassLinked(String planId, String itemId, String classId, int enrolledCount, LocalDate effectiveOn)
            implements PlanningFact {}

    record PlanItemUnfulfilled(
            String planId,
            String itemId,
            int classes,
            int learners,
            String reasonCode,
            @Nullable String reasonText,
            @Nullable String classId,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId,
            LocalDate effectiveOn)
            implements PlanningFact {}

    record AwaitedDocumentReceived(String planId, String itemId, LocalDate effectiveOn) implements PlanningFact {}

    record PlanYearClosed(String planId, int year, LocalDate effectiveOn) implements PlanningFact {}
}
