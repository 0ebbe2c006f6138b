package vn.hocvu.reporting.views.planbook;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.viewstore.Views;

/** The plans of all years as figures see them. */
@Component
public class PlanBook {

    private final Views views;

    PlanBook(Views views) {
        this.views = views;
    }

    /** Plans that have been allocated, earliest year first. */
    public List<PlanRow> plans() {
        return views.rows(PlanBookView.class).all().stream()
                .filter(plan -> plan.allocated() != null)
                .sorted(Comparator.comparingInt(PlanRow::year))
                .toList();
    }
}
