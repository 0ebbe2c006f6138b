package vn.hocvu.enrollment.views.history;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.enrollment.learner.LearnerEvent;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** The timeline of every intake and every learner: a row per fact. */
@Component
public class HistoryView implements View<Object, HistoryRow> {
    @Override
    public String name() {
        return "history";
    }

    @Override
    public Class<HistoryRow> rowType() {
        return HistoryRow.class;
    }

    @Override
    public Class<Object> factType() {
        return Object.class;
    }

    @Override
    public Set<String> keys(Fact<Object> fact) {
        return Set.of(fact.eventId());
    }

    @Override
    public HistoryRow empty(String key) {
        return HistoryRow.empty(key);
    }

    @Override
    public HistoryRow after(HistoryRow row, Fact<Object> fact) {
        var told = switch (fact.body()) {
            case IntakeEvent e -> Told.of(e);
            case LearnerEvent e -> Told.of(e);
            default -> Told.NOTHING;
        };
        return told.row(fact);
    }

    @Override
    public Map<String, Object> index(HistoryRow row) {
        return Map.of(
                "recorded", row.recordedAt() == null ? "" : row.recordedAt().toString());
    }
}
