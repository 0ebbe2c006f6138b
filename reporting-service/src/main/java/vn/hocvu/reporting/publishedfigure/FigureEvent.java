package vn.hocvu.reporting.publishedfigure;

import java.time.LocalDate;

/** What has happened to a published figure. Kept for ever: only optional fields are added; anything else is a new event. */
public sealed interface FigureEvent {
    FigureId figureId();

    LocalDate effectiveOn();

    /**
     * @param effectiveAsOf last day the figure speaks of
     * @param effectiveOn   day of publication
     */
    record FigurePublished(
            FigureId figureId,
            FigureName figure,
            Measure measure,
            int year,
            FigureScope scope,
            int value,
            ScopeClarity scopeClarity,
            LocalDate effectiveAsOf,
            DocumentRef document,
            LocalDate effectiveOn)
            implements FigureEvent {}
}
