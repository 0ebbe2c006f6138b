package vn.hocvu.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;
import vn.hocvu.reporting.messages.consumed.Heard;

/** Folds facts in memory, as the platform does: each fact of an aggregate once, whatever is delivered. */
public final class Folded {

    private Folded() {}

    public static <R> List<R> by(View<Heard, R> view, List<Fact<Heard>> facts) {
        Map<String, R> rows = new HashMap<>();
        Map<String, Long> seen = new HashMap<>();
        for (Fact<Heard> fact : facts) {
            for (String key : view.keys(fact)) {
                String origin = key + "|" + fact.source() + "/" + fact.aggregateId();
                if (seen.getOrDefault(origin, -1L) < fact.sequence()) {
                    rows.put(key, view.after(rows.getOrDefault(key, view.empty(key)), fact));
                    seen.put(origin, fact.sequence());
                }
            }
        }
        return List.copyOf(rows.values());
    }
}
