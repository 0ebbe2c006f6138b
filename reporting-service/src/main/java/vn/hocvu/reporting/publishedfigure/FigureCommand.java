package vn.hocvu.reporting.publishedfigure;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be ordered about a published figure. */
public sealed interface FigureCommand {
    FigureId figureId();

    /**
     * Keeps a figure as a paper states it, beside what follows from the facts.
     *
     * @param value         as printed, 0 or more
     * @param effectiveAsOf last day the figure speaks of; not after today
     * @param effectiveOn   day of publication
     */
    record PublishFigure(
            @TargetAggregateIdentifier FigureId figureId,
            FigureName figure,
            Measure measure,
            int year,
            FigureScope scope,
            int value,
            ScopeClarity scopeClarity,
            LocalDate effectiveAsOf,
            @Nullable DocumentRef document,
            LocalDate effectiveOn)
            implements FigureCommand {
        /** Under the id that year, figure, measure and scope give. */
        public static PublishFigure of(
                int year,
                FigureName figure,
                Measure measure,
                FigureScope scope,
                int value,
                ScopeClarity clarity,
                LocalDate effectiveAsOf,
                @Nullable DocumentRef document,
                LocalDate effectiveOn) {
            return new PublishFigure(
                    FigureId.of(year, figure, measure, scope),
                    figure,
                    measure,
                    year,
                    scope,
                    value,
                    clarity,
                    effectiveAsOf,
                    document,
                    effectiveOn);
        }
    }
}
