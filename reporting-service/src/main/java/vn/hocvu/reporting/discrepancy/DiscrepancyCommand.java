package vn.hocvu.reporting.discrepancy;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be ordered about a discrepancy. */
public sealed interface DiscrepancyCommand {

    /** Says that published and derived differ, or differ otherwise than before. */
    record DetectDiscrepancy(
            @TargetAggregateIdentifier DiscrepancyId discrepancyId,
            String figureId,
            String figure,
            String measure,
            int year,
            String scope,
            Gap gap,
            LocalDate effectiveOn)
            implements DiscrepancyCommand {}

    /** Says that published and derived are equal again. */
    record ResolveDiscrepancy(@TargetAggregateIdentifier DiscrepancyId discrepancyId, int value, LocalDate effectiveOn)
            implements DiscrepancyCommand {}

    /** Explains the gap; it stays visible all the same. */
    record ExplainDiscrepancy(
            @TargetAggregateIdentifier DiscrepancyId discrepancyId,
            String explanation,
            @Nullable String document,
            LocalDate effectiveOn)
            implements DiscrepancyCommand {}
}
