package vn.hocvu.classes.views.rolls;

import java.util.Map;
import java.util.Set;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.platform.viewstore.ViewSource;

/** One row per class that enrollment has told about. */
public final class RollsView implements View<EnrollmentFact, RollRow> {
    @Override
    public String name() {
        return "rolls";
    }

    @Override
    public Class<RollRow> rowType() {
        return RollRow.class;
    }

    @Override
    public Class<EnrollmentFact> factType() {
        return EnrollmentFact.class;
    }

    @Override
    public ViewSource source() {
        return ViewSource.TOPICS;
    }

    @Override
    public Set<String> keys(Fact<EnrollmentFact> fact) {
        return Set.of(fact.body().classId());
    }

    @Override
    public RollRow empty(String key) {
        return new RollRow(key, Map.of(), false);
    }

    @Override
    public RollRow after(RollRow row, Fact<EnrollmentFact> fact) {
        return row.after(fact);
    }
}
