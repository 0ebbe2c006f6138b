package vn.hocvu.reporting.views.published;

import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.reporting.publishedfigure.FigureEvent;

/** One row per published figure. */
public final class PublishedFiguresView implements View<FigureEvent, PublishedRow> {
    /** Name of the view. */
    public static final String NAME = "published-figures";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PublishedRow> rowType() {
        return PublishedRow.class;
    }

    @Override
    public Class<FigureEvent> factType() {
        return FigureEvent.class;
    }

    @Override
    public Set<String> keys(Fact<FigureEvent> fact) {
        return Set.of(fact.body().figureId().value());
    }

    @Override
    public PublishedRow empty(String key) {
        return PublishedRow.empty(key);
    }

    @Override
    public PublishedRow after(PublishedRow row, Fact<FigureEvent> fact) {
        return row.after(fact);
    }
}
