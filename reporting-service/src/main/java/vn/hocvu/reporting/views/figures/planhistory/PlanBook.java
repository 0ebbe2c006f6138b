package vn.hocvu.reporting.views.figures.planhistory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.hocvu.reporting.views.figures.AsOf;
import vn.hocvu.reporting.views.figures.ledger.Moment;
import vn.hocvu.reporting.views.figures.planhistory.PlanDifference.Cause;
import vn.hocvu.reporting.views.figures.planhistory.PlanDifference.ItemChange;

/** Everything that was said about one plan and its items: how it stood on any day, and what differs between two days. */
public record PlanBook(PlanHistory plan, List<PlanHistory> items) {
    public PlanBook {
        items = items.stream().sorted(Comparator.comparing(PlanHistory::about)).toList();
    }

    /** The plan as in force and as known then; without items until it was allocated. */
    public PlanStand at(AsOf asOf) {
        Moment allocated = null;
        for (var move : plan.moves()) {
            if (move.kind().equals("PlanAllocated") && asOf.knows(move.at())) {
                allocated = move.at();
            }
        }
        return new PlanStand(
                asOf,
                allocated,
                allocated == null
                        ? List.of()
                        : items.stream()
                                .flatMap(item -> ItemStand.of(item, asOf).stream())
                                .toList());
    }

    /** What differs between two points. */
    public PlanDifference between(AsOf from, AsOf to) {
        var before = at(from);
        var after = at(to);
        return new PlanDifference(
                before,
                after,
                items.stream()
                        .map(item -> change(item, before, after))
                        .filter(one -> !one.because().isEmpty() || !Objects.equals(one.before(), one.after()))
                        .toList());
    }

    private static ItemChange change(PlanHistory item, PlanStand before, PlanStand after) {
        return new ItemChange(
                item.about(),
                before.item(item.about()).orElse(null),
                after.item(item.about()).orElse(null),
                item.moves().stream()
                        .filter(move -> counts(move, before) != counts(move, after))
                        .map(move -> new Cause(counts(move, after), move))
                        .toList());
    }

    private static boolean counts(PlanMove move, PlanStand stand) {
        return stand.allocated() != null && stand.asOf().knows(move.at());
    }

    /** Days on which something took effect, the first one first. */
    public Collection<LocalDate> effectiveDays() {
        var days = new TreeSet<LocalDate>();
        moves().forEach(move -> days.add(move.at().effectiveOn()));
        return days;
    }

    /** Everything said about the plan and its items, in the order of its history. */
    public Stream<PlanMove> moves() {
        return Stream.concat(plan.moves().stream(), items.stream().flatMap(item -> item.moves().stream()));
    }
}
