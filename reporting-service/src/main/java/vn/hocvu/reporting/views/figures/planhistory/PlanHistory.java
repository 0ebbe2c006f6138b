package vn.hocvu.reporting.views.figures.planhistory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.Row;
import vn.hocvu.reporting.messages.consumed.Heard;

/**
 * What was said about one plan, one of its items, or one of its amendments, in the order in which it was recorded.
 *
 * @param key    address of the row: of a plan its id, of the others the plan's id, a stroke, and their own
 * @param planId the plan, empty in a row to which nothing was said
 * @param parts  of a plan its items, of an item its amendments
 */
public record PlanHistory(String key, String planId, List<String> parts, List<PlanMove> moves)
        implements Row<Heard, PlanHistory> {
    private static final char STROKE = '/';
    private static final Set<String> OF_AMENDMENTS =
            Set.of("AmendmentProposed", "AmendmentEndorsed", "AmendmentRejected", "AmendmentWithdrawn");

    public PlanHistory {
        parts = List.copyOf(parts);
        moves = List.copyOf(moves);
    }

    static PlanHistory empty(String key) {
        return new PlanHistory(key, "", List.of(), List.of());
    }

    /** Address of what was said about an item or an amendment. */
    static String part(String planId, String id) {
        return planId + STROKE + id;
    }

    /** Rows that a message concerns. */
    static Set<String> keys(Fact<Heard> fact) {
        if (!Telling.isAboutPlan(fact)) {
            return Set.of();
        }
        var said = new Telling(fact, null);
        var keys = new LinkedHashSet<String>();
        said.items().forEach(item -> keys.add(part(said.planId(), item)));
        var amendment = said.text("amendmentId");
        if (amendment != null) {
            keys.add(part(said.planId(), amendment));
        }
        if (keys.isEmpty() || bringsItems(fact)) {
            keys.add(said.planId());
        }
        return keys;
    }

    private static boolean bringsItems(Fact<Heard> fact) {
        return Set.of("PlanAllocated", "PlanItemAdded", "PlanAmended").contains(fact.type());
    }

    @Override
    public PlanHistory after(Fact<Heard> fact) {
        var said = new Telling(fact, null);
        var amendment = said.text("amendmentId");
        if (key.equals(said.planId())) {
            return with(said, said.items(), said.itemId() == null);
        }
        if (amendment != null && key.equals(part(said.planId(), amendment))) {
            return with(said, Set.of(), true);
        }
        return with(
                new Telling(fact, key.substring(key.indexOf(STROKE) + 1)),
                amendment == null ? Set.of() : Set.of(amendment),
                !OF_AMENDMENTS.contains(fact.type()));
    }

    private PlanHistory with(Telling said, Set<String> more, boolean kept) {
        var all = new LinkedHashSet<>(parts);
        all.addAll(more);
        var told = new ArrayList<>(moves);
        if (kept) {
            told.add(PlanMove.of(said.fact(), said));
        }
        return new PlanHistory(key, said.planId(), List.copyOf(all), told);
    }

    /** The item or amendment it is about. */
    public String about() {
        return key.substring(key.indexOf(STROKE) + 1);
    }
}
