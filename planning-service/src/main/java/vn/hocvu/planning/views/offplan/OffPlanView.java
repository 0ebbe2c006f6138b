package vn.hocvu.planning.views.offplan;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.offplanrequest.OffPlanEvent;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** The requests for off-plan classes, one row for each. */
@Component
public class OffPlanView implements View<OffPlanEvent, OffPlanRow> {
    @Override
    public String name() {
        return "off-plan";
    }

    @Override
    public Class<OffPlanRow> rowType() {
        return OffPlanRow.class;
    }

    @Override
    public Class<OffPlanEvent> factType() {
        return OffPlanEvent.class;
    }

    @Override
    public Set<String> keys(Fact<OffPlanEvent> fact) {
        return Set.of(fact.body().requestId().value());
    }

    @Override
    public OffPlanRow empty(String key) {
        return OffPlanRow.empty(key);
    }

    @Override
    public OffPlanRow after(OffPlanRow row, Fact<OffPlanEvent> fact) {
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(OffPlanRow row) {
        return Map.of("phase", row.phase().name());
    }
}
