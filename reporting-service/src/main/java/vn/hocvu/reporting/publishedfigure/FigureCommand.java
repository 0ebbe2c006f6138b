package vn.hocvu.reporting.publishedfigure;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be ordered about published figures. */
public sealed interface FigureCommand {

    /**
     * Records what a paper says; it never enters a derived figure.
     *
     * @param figure       code of the figure, such as {@code carriedOut}
     * @param year         training year, 2000 to 2100
     * @param value        classes or learners, not negative
     * @param scopeClarity {@code EXPLICIT}, or {@code AMBIGUOUS} if the paper leaves the scope open
     * @param effectiveAsOf the date for which the figure speaks
     * @param effectiveOn  the day of publication
     * @param today        the day on which this is recorded
     */
    record PublishFigure(
            @TargetAggregateIdentifier FigureId figureId,
            String figure,
            Measure measure,
            int year,
            FigureScope scope,
            int value,
            ScopeClarity scopeClarity,
            LocalDate effectiveAsOf,
            PublishedDocument document,
            LocalDate effectiveOn,
            LocalDate today)
            implements FigureCommand {}
}
