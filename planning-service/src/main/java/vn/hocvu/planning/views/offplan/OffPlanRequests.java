package vn.hocvu.planning.views.offplan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.Views;

/** Finds requests for off-plan classes, the longest waiting first. */
@Component
public class OffPlanRequests {
    private final Views views;

    OffPlanRequests(Views views) {
        this.views = views;
    }

    public Optional<OffPlanRow> find(String requestId) {
        return views.rows(OffPlanView.class).find(requestId).filter(row -> row.requested() != null);
    }

    public List<OffPlanRow> all() {
        return views.rows(OffPlanView.class).all().stream()
                .filter(row -> row.requested() != null)
                .sorted(Comparator.comparing(OffPlanRow::since).thenComparing(OffPlanRow::requestId))
                .toList();
    }
}
