package vn.hocvu.reporting.views.published;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.reporting.publishedfigure.DocumentRef;
import vn.hocvu.reporting.publishedfigure.FigureEvent;
import vn.hocvu.reporting.publishedfigure.FigureEvent.FigurePublished;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;

/** One figure in one measure as a paper states it; absent fields only before its first publication. */
public record PublishedRow(
        String figureId,
        @Nullable FigurePublished last,
        @Nullable Instant recordedAt,
        @Nullable String actor) implements Row<FigureEvent, PublishedRow> {

    static PublishedRow empty(String figureId) {
        return new PublishedRow(figureId, null, null, null);
    }

    @Override
    public PublishedRow after(Fact<FigureEvent> fact) {
        return switch (fact.body()) {
            case FigurePublished published ->
                new PublishedRow(
                        figureId, published, fact.recordedAt(), fact.metadata().get("actor"));
        };
    }

    /** What the paper says. */
    public FigurePublished published() {
        if (last == null) {
            throw new IllegalStateException(figureId + " was never published");
        }
        return last;
    }

    public FigureName figure() {
        return published().figure();
    }

    public Measure measure() {
        return published().measure();
    }

    public int year() {
        return published().year();
    }

    public FigureScope scope() {
        return published().scope();
    }

    public int value() {
        return published().value();
    }

    public LocalDate effectiveAsOf() {
        return published().effectiveAsOf();
    }

    public DocumentRef document() {
        return published().document();
    }
}
