package vn.hocvu.enrollment.views.history;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.Views;

/** Questions about the past. */
@Component
public class Histories {
    private static final int LATEST = 200;

    private final Views views;

    Histories(Views views) {
        this.views = views;
    }

    /** The latest facts of one intake or learner, newest first. */
    public List<HistoryRow> of(String aggregateId) {
        return rows().page(new RowQuery(
                        Map.of("aggregateId", aggregateId),
                        Map.of(),
                        null,
                        List.of(Sort.descending("sequence")),
                        0,
                        LATEST))
                .rows();
    }

    /** The latest facts that concern a learner, newest first. */
    public List<HistoryRow> ofLearner(String learnerId) {
        return rows().page(new RowQuery(
                        Map.of("learnerId", learnerId),
                        Map.of(),
                        null,
                        List.of(Sort.descending("recorded")),
                        0,
                        LATEST))
                .rows();
    }

    public PageOf<HistoryRow> page(RowQuery query) {
        return rows().page(query);
    }

    private Rows<HistoryRow> rows() {
        return views.rows(HistoryView.class);
    }
}
