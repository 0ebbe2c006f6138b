package vn.hocvu.enrollment.views.places;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeEvent.RollChanged;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** Every place on every roll. */
@Component
public class PlacesView implements View<RollChanged, PlaceRow> {
    @Override
    public String name() {
        return "places";
    }

    @Override
    public Class<PlaceRow> rowType() {
        return PlaceRow.class;
    }

    @Override
    public Class<RollChanged> factType() {
        return RollChanged.class;
    }

    @Override
    public Set<String> keys(Fact<RollChanged> fact) {
        return Set.of(fact.body().enrollmentId().value());
    }

    @Override
    public PlaceRow empty(String key) {
        return PlaceRow.empty(key);
    }

    @Override
    public PlaceRow after(PlaceRow row, Fact<RollChanged> fact) {
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(PlaceRow row) {
        return Map.of("active", row.active());
    }
}
