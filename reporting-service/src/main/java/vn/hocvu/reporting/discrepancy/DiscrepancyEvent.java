package vn.hocvu.reporting.discrepancy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.publishedfigure.DocumentRef;
import vn.hocvu.reporting.publishedfigure.FigureId;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;

/** What has happened to a discrepancy. Kept for ever: only optional fields are added; anything else is a new event. */
public sealed interface DiscrepancyEvent {
    DiscrepancyId discrepancyId();

    LocalDate effectiveOn();

    /** @param delta published less derived */
    record DiscrepancyDetected(
            DiscrepancyId discrepancyId,
            FigureId figureId,
            FigureName figure,
            Measure measure,
            int year,
            FigureScope scope,
            int published,
            int derived,
            int delta,
            List<CandidateCause> candidateCauses,
            List<BrokenIdentity> brokenIdentities,
            LocalDate effectiveOn)
            implements DiscrepancyEvent {
        public DiscrepancyDetected {
            candidateCauses = List.copyOf(candidateCauses);
            brokenIdentities = List.copyOf(brokenIdentities);
        }
    }

    record DiscrepancyExplained(
            DiscrepancyId discrepancyId,
            String explanation,
            @Nullable DocumentRef document,
            LocalDate effectiveOn) implements DiscrepancyEvent {}

    /** @param value what both say now */
    record DiscrepancyResolved(
            DiscrepancyId discrepancyId,
            int value,
            @Nullable String byEventId,
            LocalDate effectiveOn) implements DiscrepancyEvent {}
}
