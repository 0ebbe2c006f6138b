package vn.hocvu.reporting.views.published;

import java.time.Instant;
import java.time.LocalDate;
import vn.hocvu.reporting.publishedfigure.FigureEvent;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;

/** A published figure as last stated. */
public record PublishedRow(
        String figureId,
        String figure,
        Measure measure,
        int year,
        FigureScope scope,
        int value,
        LocalDate effectiveAsOf,
        String document,
        Instant recordedAt) {

    static final PublishedRow NONE = new PublishedRow(
            "", "", Measure.CLASSES, 0, new FigureScope(null, null, null, null), 0, LocalDate.EPOCH, "", Instant.EPOCH);

    static PublishedRow of(FigureEvent event, Instant recordedAt) {
        return switch (event) {
            case FigureEvent.FigurePublished e ->
                new PublishedRow(
                        e.figureId().value(),
                        e.figure(),
                        e.measure(),
                        e.year(),
                        e.scope(),
                        e.value(),
                        e.effectiveAsOf(),
                        e.document().number() + " (" + e.document().date() + ")",
                        recordedAt);
        };
    }
}
