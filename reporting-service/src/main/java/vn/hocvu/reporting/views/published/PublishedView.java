package vn.hocvu.reporting.views.published;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.reporting.publishedfigure.FigureEvent;

/** Every published figure, as last stated. */
@Component
public class PublishedView implements View<FigureEvent, PublishedRow> {

    @Override
    public String name() {
        return "published";
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
        return PublishedRow.NONE;
    }

    @Override
    public PublishedRow after(PublishedRow row, Fact<FigureEvent> fact) {
        return PublishedRow.of(fact.body(), fact.recordedAt());
    }
}
