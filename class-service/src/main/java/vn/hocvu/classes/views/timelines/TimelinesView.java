package vn.hocvu.classes.views.timelines;

import java.util.List;
import java.util.Set;
import vn.hocvu.classes.trainingclass.ClassEvent;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** One row per class with its whole story. */
public final class TimelinesView implements View<ClassEvent, TimelineRow> {
    @Override
    public String name() {
        return "timelines";
    }

    @Override
    public Class<TimelineRow> rowType() {
        return TimelineRow.class;
    }

    @Override
    public Class<ClassEvent> factType() {
        return ClassEvent.class;
    }

    @Override
    public Set<String> keys(Fact<ClassEvent> fact) {
        return Set.of(fact.aggregateId());
    }

    @Override
    public TimelineRow empty(String key) {
        return new TimelineRow(key, List.of());
    }

    @Override
    public TimelineRow after(TimelineRow row, Fact<ClassEvent> fact) {
        return row.after(fact);
    }
}
