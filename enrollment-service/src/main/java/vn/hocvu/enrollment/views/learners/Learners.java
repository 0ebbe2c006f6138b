package vn.hocvu.enrollment.views.learners;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Views;

/** Questions about learners. */
@Component
public class Learners {
    private final Views views;

    Learners(Views views) {
        this.views = views;
    }

    public Optional<LearnerRow> find(String learnerId) {
        return rows().find(learnerId);
    }

    public Map<String, LearnerRow> find(Collection<String> learnerIds) {
        return rows().find(learnerIds);
    }

    public PageOf<LearnerRow> page(RowQuery query) {
        return rows().page(query);
    }

    private Rows<LearnerRow> rows() {
        return views.rows(LearnersView.class);
    }
}
