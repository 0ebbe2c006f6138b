package vn.hocvu.reporting.discrepancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What has happened to one gap. Kept for ever: only optional fields are added. */
public sealed interface DiscrepancyEvent {

    DiscrepancyId discrepancyId();

    LocalDate effectiveOn();

    record DiscrepancyDetected(
            DiscrepancyId discrepancyId,
            String figureId,
            String figure,
            String measure,
            int year,
            String scope,
            Gap gap,
            LocalDate effectiveOn)
            implements DiscrepancyEvent {}

    record DiscrepancyExplained(
            DiscrepancyId discrepancyId,
            String explanation,
            @Nullable String document,
            LocalDate effectiveOn) implements DiscrepancyEvent {}

    record DiscrepancyResolved(DiscrepancyId discrepancyId, int value, LocalDate effectiveOn)
            implements DiscrepancyEvent {}
}
