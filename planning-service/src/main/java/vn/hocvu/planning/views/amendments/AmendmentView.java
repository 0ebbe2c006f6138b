package vn.hocvu.planning.views.amendments;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.AboutAmendment;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** The amendments of all plans, one row for each. */
@Component
public class AmendmentView implements View<PlanEvent, AmendmentRow> {
    @Override
    public String name() {
        return "amendments";
    }

    @Override
    public Class<AmendmentRow> rowType() {
        return AmendmentRow.class;
    }

    @Override
    public Class<PlanEvent> factType() {
        return PlanEvent.class;
    }

    @Override
    public Set<String> keys(Fact<PlanEvent> fact) {
        return fact.body() instanceof AboutAmendment about
                ? Set.of(about.amendmentId().value())
                : Set.of();
    }

    @Override
    public AmendmentRow empty(String key) {
        return AmendmentRow.empty(key);
    }

    @Override
    public AmendmentRow after(AmendmentRow row, Fact<PlanEvent> fact) {
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(AmendmentRow row) {
        var fields = new HashMap<String, Object>();
        fields.put("planId", row.planId());
        fields.put("open", row.open());
        fields.put("itemId", row.itemId() == null ? "" : row.itemId());
        return fields;
    }
}
