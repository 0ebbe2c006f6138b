package vn.hocvu.reporting.views.figures.planhistory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.views.figures.AsOf;
import vn.hocvu.reporting.views.figures.ledger.Moment;

/**
 * A plan as in force on a date and as known at an instant.
 *
 * @param allocated when it was allocated; absent while nothing was in force
 * @param items     in the order of their numbers, off-plan ones too
 */
public record PlanStand(AsOf asOf, @Nullable Moment allocated, List<ItemStand> items) {
    public PlanStand {
        items = List.copyOf(items);
    }

    /**
     * One line of the grid.
     *
     * @param fundingSource absent in the sub-total of a class type
     * @param venueType     absent in a sub-total
     */
    public record Line(
            String classType,
            @Nullable String fundingSource,
            @Nullable String venueType,
            StandSums sums) {
        public boolean subTotal() {
            return venueType == null;
        }
    }

    /** Items that the plan's quotas are made of. */
    public List<ItemStand> proper() {
        return items.stream().filter(one -> !one.offPlan()).toList();
    }

    /** Items beside the plan's quotas. */
    public List<ItemStand> offPlan() {
        return items.stream().filter(ItemStand::offPlan).toList();
    }

    public StandSums total() {
        return StandSums.of(proper());
    }

    public Optional<ItemStand> item(String itemId) {
        return items.stream().filter(one -> one.itemId().equals(itemId)).findFirst();
    }

    /** The plan proper by class type, funding and kind of place, with sub-totals that add up to the total. */
    public List<Line> grid() {
        var lines = new ArrayList<Line>();
        groups(proper(), one -> one.terms().classType()).forEach((type, ofType) -> lines.addAll(ofType(type, ofType)));
        return lines;
    }

    private static List<Line> ofType(String type, List<ItemStand> items) {
        var lines = new ArrayList<Line>();
        var byFunding = groups(items, one -> one.terms().fundingSource());
        byFunding.forEach((source, paid) -> {
            var byPlace = groups(paid, one -> one.terms().venueType());
            byPlace.forEach((where, there) -> lines.add(new Line(type, source, where, StandSums.of(there))));
            if (byPlace.size() > 1) {
                lines.add(new Line(type, source, null, StandSums.of(paid)));
            }
        });
        if (byFunding.size() > 1) {
            lines.add(new Line(type, null, null, StandSums.of(items)));
        }
        return lines;
    }

    private static SortedMap<String, List<ItemStand>> groups(
            List<ItemStand> items, Function<ItemStand, @Nullable String> by) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNullElse(by.apply(one), ""), TreeMap::new, Collectors.toList()));
    }
}
