package vn.hocvu.reporting.views.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyDetected;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyExplained;
import vn.hocvu.reporting.discrepancy.DiscrepancyEvent.DiscrepancyResolved;
import vn.hocvu.reporting.discrepancy.Status;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;

/**
 * One entry of the register with everything that became of it.
 *
 * @param version last sequence of the entry, for forms
 * @param stands  how it stood, earliest first
 */
public record DiscrepancyRow(
        String discrepancyId,
        @Nullable FigureName figure,
        @Nullable Measure measure,
        int year,
        FigureScope scope,
        long version,
        List<Stand> stands)
        implements Row<DiscrepancyEvent, DiscrepancyRow> {

    public DiscrepancyRow {
        stands = List.copyOf(stands);
    }

    static DiscrepancyRow empty(String discrepancyId) {
        return new DiscrepancyRow(discrepancyId, null, null, 0, FigureScope.ALL, -1, List.of());
    }

    /** How it stood at an instant; empty if nobody knew of it. */
    public Optional<Stand> at(Instant instant) {
        return stands.stream().filter(stand -> !stand.since().isAfter(instant)).reduce((first, second) -> second);
    }

    @Override
    public DiscrepancyRow after(Fact<DiscrepancyEvent> fact) {
        var last = stands.isEmpty() ? null : stands.getLast();
        return switch (fact.body()) {
            case DiscrepancyDetected e ->
                new DiscrepancyRow(
                        discrepancyId,
                        e.figure(),
                        e.measure(),
                        e.year(),
                        e.scope(),
                        fact.sequence(),
                        plus(detected(fact, e, last)));
            case DiscrepancyExplained e -> last == null ? this : with(fact, explained(fact, e, last));
            case DiscrepancyResolved e -> last == null ? this : with(fact, resolved(fact, e, last));
        };
    }

    private DiscrepancyRow with(Fact<DiscrepancyEvent> fact, Stand stand) {
        return new DiscrepancyRow(discrepancyId, figure, measure, year, scope, fact.sequence(), plus(stand));
    }

    private List<Stand> plus(Stand stand) {
        var more = new ArrayList<Stand>(stands);
        more.add(stand);
        return more;
    }

    private static Stand detected(Fact<?> fact, DiscrepancyDetected e, @Nullable Stand last) {
        boolean still = last != null && last.status() == Status.EXPLAINED && last.delta() == e.delta();
        return new Stand(
                fact.recordedAt(),
                e.effectiveOn(),
                still ? Status.EXPLAINED : Status.OPEN,
                e.published(),
                e.derived(),
                e.candidateCauses(),
                e.brokenIdentities(),
                last == null ? null : last.explanation(),
                last == null ? null : last.explainedBy(),
                last == null ? null : last.document());
    }

    private static Stand explained(Fact<?> fact, DiscrepancyExplained e, Stand last) {
        return new Stand(
                fact.recordedAt(),
                e.effectiveOn(),
                Status.EXPLAINED,
                last.published(),
                last.derived(),
                last.causes(),
                last.broken(),
                e.explanation(),
                fact.metadata().get("actor"),
                e.document());
    }

    private static Stand resolved(Fact<?> fact, DiscrepancyResolved e, Stand last) {
        return new Stand(
                fact.recordedAt(),
                e.effectiveOn(),
                Status.RESOLVED,
                e.value(),
                e.value(),
                List.of(),
                List.of(),
                last.explanation(),
                last.explainedBy(),
                last.document());
    }
}
