package vn.hocvu.reporting.views.published;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent;
import vn.hocvu.reporting.discrepancy.DiscrepancyState;
import vn.hocvu.reporting.discrepancy.Gap;

/** One entry of the register of discrepancies. */
public record DiscrepancyRow(
        String discrepancyId,
        String figureId,
        String figure,
        String measure,
        int year,
        String scope,
        Gap gap,
        DiscrepancyState state,
        @Nullable String explanation,
        @Nullable String document,
        @Nullable String explainedBy,
        Instant detectedAt)
        implements Row<DiscrepancyEvent, DiscrepancyRow> {

    static DiscrepancyRow empty(String id) {
        return new DiscrepancyRow(
                id,
                "",
                "",
                "",
                0,
                "",
                new Gap(0, 0, List.of(), List.of()),
                DiscrepancyState.RESOLVED,
                null,
                null,
                null,
                Instant.EPOCH);
    }

    @Override
    public DiscrepancyRow after(Fact<DiscrepancyEvent> fact) {
        return switch (fact.body()) {
            case DiscrepancyEvent.DiscrepancyDetected e ->
                new DiscrepancyRow(
                        discrepancyId,
                        e.figureId(),
                        e.figure(),
                        e.measure(),
                        e.year(),
                        e.scope(),
                        e.gap(),
                        DiscrepancyState.OPEN,
                        explanation,
                        document,
                        explainedBy,
                        fact.recordedAt());
            case DiscrepancyEvent.DiscrepancyExplained e ->
                new DiscrepancyRow(
                        discrepancyId,
                        figureId,
                        figure,
                        measure,
                        year,
                        scope,
                        gap,
                        DiscrepancyState.EXPLAINED,
                        e.explanation(),
                        e.document(),
                        fact.metadata().get("actor"),
                        detectedAt);
            case DiscrepancyEvent.DiscrepancyResolved e ->
                new DiscrepancyRow(
                        discrepancyId,
                        figureId,
                        figure,
                        measure,
                        year,
                        scope,
                        new Gap(e.value(), e.value(), List.of(), List.of()),
                        DiscrepancyState.RESOLVED,
                        explanation,
                        document,
                        explainedBy,
                        detectedAt);
        };
    }
}
