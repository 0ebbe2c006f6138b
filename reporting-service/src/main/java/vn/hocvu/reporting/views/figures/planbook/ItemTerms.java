package vn.hocvu.reporting.views.figures.planbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.messages.consumed.planning.PlanningFact;
import vn.hocvu.reporting.publishedfigure.Dimensions;

/**
 * One item of an allocated plan.
 *
 * @param quotaLearners  absent if the figure's scope is ambiguous
 * @param ambiguousValue the figure as it stands in the plan, if its scope is ambiguous
 * @param readings       what an ambiguous figure may mean
 */
public record ItemTerms(
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
        List<Reading> readings,
        @Nullable String awaits,
        @Nullable LocalDate plannedFrom,
        @Nullable LocalDate plannedUntil)
        implements Dimensions {

    public ItemTerms {
        readings = List.copyOf(readings);
    }

    /** One thing an ambiguous figure may mean: of its category only, or of the whole plan. */
    public record Reading(String scope, int quotaLearners) {}

    /** The item as the message tells it. */
    public static ItemTerms of(PlanningFact.Allocation said) {
        var readings = said.readings() == null ? List.<PlanningFact.Reading>of() : said.readings();
        return new ItemTerms(
                said.itemId(),
                said.classType(),
                said.category(),
                said.fundingSource(),
                said.fundingOrgId(),
                said.requesterOrgId(),
                said.venueType(),
                said.venueId(),
                said.studyMode(),
                said.quotaClasses(),
                said.quotaLearners(),
                said.learnersPerClass(),
                said.ambiguousValue(),
                readings.stream()
                        .map(one -> new Reading(one.scope(), one.quotaLearners()))
                        .toList(),
                said.awaits(),
                said.plannedFrom(),
                said.plannedUntil());
    }

    /** What it says once exactly that has changed; numbers change by as much. */
    public ItemTerms changed(ItemTerms before, ItemTerms after) {
        return new ItemTerms(
                itemId,
                pick(classType, before.classType, after.classType),
                pickOrNone(category, before.category, after.category),
                pickOrNone(fundingSource, before.fundingSource, after.fundingSource),
                pickOrNone(fundingOrgId, before.fundingOrgId, after.fundingOrgId),
                pickOrNone(requesterOrgId, before.requesterOrgId, after.requesterOrgId),
                pickOrNone(venueType, before.venueType, after.venueType),
                pickOrNone(venueId, before.venueId, after.venueId),
                pickOrNone(studyMode, before.studyMode, after.studyMode),
                quotaClasses + after.quotaClasses - before.quotaClasses,
                added(quotaLearners, before.quotaLearners, after.quotaLearners),
                pickOrNone(learnersPerClass, before.learnersPerClass, after.learnersPerClass),
                pickOrNone(ambiguousValue, before.ambiguousValue, after.ambiguousValue),
                pick(readings, before.readings, after.readings),
                pickOrNone(awaits, before.awaits, after.awaits),
                pickOrNone(plannedFrom, before.plannedFrom, after.plannedFrom),
                pickOrNone(plannedUntil, before.plannedUntil, after.plannedUntil));
    }

    private static <T> T pick(T now, T before, T after) {
        return before.equals(after) ? now : after;
    }

    private static <T> @Nullable T pickOrNone(@Nullable T now, @Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? now : after;
    }

    private static @Nullable Integer added(@Nullable Integer now, @Nullable Integer before, @Nullable Integer after) {
        return now == null || before == null || after == null
                ? pickOrNone(now, before, after)
                : Integer.valueOf(now + after - before);
    }

    /** True while nobody has said what the figure covers. */
    public boolean ambiguous() {
        return quotaLearners == null;
    }

    /** Learners the item promises; none while the figure is ambiguous. */
    public int learners() {
        return quotaLearners == null ? 0 : quotaLearners;
    }

    /** Learners of one class; what the item divides into if it does not say so. */
    public int perClass() {
        if (learnersPerClass != null) {
            return learnersPerClass;
        }
        return quotaClasses == 0 ? 0 : learners() / quotaClasses;
    }
}
