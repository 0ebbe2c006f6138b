package vn.hocvu.reporting.publishedfigure;

import java.time.LocalDate;

/** What was published. Kept for ever: only optional fields are added. */
public sealed interface FigureEvent {

    FigureId figureId();

    LocalDate effectiveOn();

    /** A paper states a figure. */
    record FigurePublished(
            FigureId figureId,
            String figure,
            Measure measure,
            int year,
            FigureScope scope,
            int value,
            ScopeClarity scopeClarity,
            LocalDate effectiveAsOf,
            PublishedDocument document,
            LocalDate effectiveOn)
            implements FigureEvent {}
}
