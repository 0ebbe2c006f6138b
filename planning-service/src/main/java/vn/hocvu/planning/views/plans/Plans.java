package vn.hocvu.planning.views.plans;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.platform.viewstore.Views;

/** Finds plans. */
@Component
public class Plans {
    private final Views views;

    Plans(Views views) {
        this.views = views;
    }

    public Optional<PlanRow> find(PlanYear year) {
        return views.rows(PlanView.class).find(PlanId.of(year).value());
    }

    /** Every plan, the newest year first; there are few. */
    public List<PlanRow> all() {
        return views.rows(PlanView.class).all().stream()
                .sorted(Comparator.comparingInt(PlanRow::year).reversed())
                .toList();
    }
}
