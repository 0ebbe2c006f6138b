package vn.hocvu.reporting.discrepancy;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.publishedfigure.DocumentRef;
import vn.hocvu.reporting.publishedfigure.FigureId;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;

/** What can be ordered about a discrepancy. */
public sealed interface DiscrepancyCommand {
    DiscrepancyId discrepancyId();

    /** Published and derived differ, or differ otherwise than before. */
    record DetectDiscrepancy(
            @TargetAggregateIdentifier DiscrepancyId discrepancyId,
            FigureId figureId,
            FigureName figure,
            Measure measure,
            int year,
            FigureScope scope,
            int published,
            int derived,
            List<CandidateCause> candidateCauses,
            List<BrokenIdentity> brokenIdentities,
            LocalDate effectiveOn)
            implements DiscrepancyCommand {
        public DetectDiscrepancy {
            candidateCauses = List.copyOf(candidateCauses);
            brokenIdentities = List.copyOf(brokenIdentities);
        }
    }

    /**
     * Published and derived are equal again.
     *
     * @param byEventId the fact that made them equal, as far as known
     */
    record ResolveDiscrepancy(
            @TargetAggregateIdentifier DiscrepancyId discrepancyId,
            int value,
            @Nullable String byEventId,
            LocalDate effectiveOn)
            implements DiscrepancyCommand {}

    /** Somebody says why; the gap stays visible. */
    record ExplainDiscrepancy(
            @TargetAggregateIdentifier DiscrepancyId discrepancyId,
            @Nullable String explanation,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements DiscrepancyCommand {}
}
