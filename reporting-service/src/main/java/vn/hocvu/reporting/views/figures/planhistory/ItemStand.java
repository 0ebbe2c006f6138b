package vn.hocvu.reporting.views.figures.planhistory;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.views.figures.AsOf;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;

/**
 * One item of a plan as in force on a date and as known at an instant, with what had become of it.
 *
 * @param itemId      number of the item
 * @param offPlan     true if it stands beside the plan's quotas
 * @param granted     classes that have a place and have neither opened nor given it back
 * @param opened      classes opened against it, with the roll they opened with
 * @param unfulfilled what was given up
 * @param waits       true while the paper it waits for has not come
 */
public record ItemStand(
        String itemId, ItemTerms terms, boolean offPlan, int granted, Count opened, Count unfulfilled, boolean waits) {
    private static final Set<String> REVISIONS = Set.of("PlanAmended", "QuotaClarified");
    private static final Comparator<PlanMove> IN_EFFECT = Comparator.comparing(
                    (PlanMove move) -> move.at().effectiveOn())
            .thenComparing(move -> move.at().recordedAt());

    /** The item as it stood; empty if it was not in the plan. */
    static Optional<ItemStand> of(PlanHistory item, AsOf asOf) {
        var known = item.moves().stream().filter(move -> asOf.knows(move.at())).toList();
        var terms = terms(known);
        return terms == null ? Optional.empty() : Optional.of(of(item.about(), terms, known));
    }

    private static ItemStand of(String itemId, ItemTerms terms, List<PlanMove> known) {
        return new ItemStand(
                itemId,
                terms,
                known.stream().anyMatch(ItemStand::isOffPlan),
                granted(known),
                sum(known, "ClassLinked"),
                sum(known, "PlanItemUnfulfilled"),
                terms.awaits() != null
                        && known.stream().noneMatch(move -> move.kind().equals("AwaitedDocumentReceived")));
    }

    private static boolean isOffPlan(PlanMove move) {
        return move.kind().equals("PlanItemAdded") && move.requestId() != null;
    }

    /** As it was allocated, then changed in the order in which changes took effect, each only in what it changed. */
    private static @Nullable ItemTerms terms(List<PlanMove> known) {
        ItemTerms now = null;
        for (var move : known) {
            if (move.kind().equals("PlanAllocated") || isOffPlan(move)) {
                now = move.after();
            }
        }
        for (var move : known.stream()
                .filter(one -> REVISIONS.contains(one.kind()))
                .sorted(IN_EFFECT)
                .toList()) {
            now = revised(now, move.before(), move.after());
        }
        return now;
    }

    private static @Nullable ItemTerms revised(
            @Nullable ItemTerms now, @Nullable ItemTerms before, @Nullable ItemTerms after) {
        if (after == null) {
            return null;
        }
        if (before == null) {
            return after;
        }
        return now == null ? null : now.changed(before, after);
    }

    private static int granted(List<PlanMove> known) {
        var waiting = new HashSet<String>();
        for (var move : known) {
            var classId = move.classId();
            if (classId != null) {
                if (move.kind().equals("ClassSlotGranted")) {
                    waiting.add(classId);
                } else {
                    waiting.remove(classId);
                }
            }
        }
        return waiting.size();
    }

    private static Count sum(List<PlanMove> known, String kind) {
        var moves = known.stream().filter(move -> move.kind().equals(kind)).toList();
        return new Count(
                moves.stream().mapToInt(PlanMove::classes).sum(),
                moves.stream().mapToInt(PlanMove::learners).sum());
    }

    /** Classes that nobody has asked for yet. */
    public int remaining() {
        return terms.quotaClasses() - granted - opened.classes() - unfulfilled.classes();
    }
}
