package vn.hocvu.enrollment.views.intakes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeEvent;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.viewstore.View;

/** The list of intakes. */
@Component
public class IntakesView implements View<IntakeEvent, IntakeRow> {
    @Override
    public String name() {
        return "intakes";
    }

    @Override
    public Class<IntakeRow> rowType() {
        return IntakeRow.class;
    }

    @Override
    public Class<IntakeEvent> factType() {
        return IntakeEvent.class;
    }

    @Override
    public Set<String> keys(Fact<IntakeEvent> fact) {
        return Set.of(fact.body().classId().value());
    }

    @Override
    public IntakeRow empty(String key) {
        return IntakeRow.empty(key);
    }

    @Override
    public IntakeRow after(IntakeRow row, Fact<IntakeEvent> fact) {
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(IntakeRow row) {
        var index = new LinkedHashMap<String, Object>();
        index.put("orgs", row.orgs());
        index.put("classCode", row.label());
        index.put("free", row.free());
        index.put("waitingCount", row.waiting().size());
        index.put("year", Objects.requireNonNullElse(row.planItemId(), "").split("-")[0]);
        index.put(
                "search",
                FoldedText.fold(String.join(
                        " ",
                        row.label(),
                        Objects.requireNonNullElse(row.venueId(), ""),
                        Objects.requireNonNullElse(row.planItemId(), ""))));
        return index;
    }
}
