package vn.hocvu.reporting.views.figures.planhistory;

import java.util.Collection;
import java.util.Comparator;
import vn.hocvu.reporting.publishedfigure.Count;

/**
 * What some items promise and what had become of them, added up.
 *
 * @param items     how many
 * @param quota     what they promise; learners without those of ambiguous items
 * @param ambiguous items of which nobody had said how many learners they promise
 */
public record StandSums(
        int items, Count quota, int granted, Count opened, Count unfulfilled, int remaining, int ambiguous) {
    static final Comparator<ItemStand> BY_NUMBER = Comparator.comparing(ItemStand::itemId);

    static StandSums of(Collection<ItemStand> items) {
        return new StandSums(
                items.size(),
                new Count(
                        items.stream()
                                .mapToInt(one -> one.terms().quotaClasses())
                                .sum(),
                        items.stream().mapToInt(one -> one.terms().learners()).sum()),
                items.stream().mapToInt(ItemStand::granted).sum(),
                new Count(
                        items.stream().mapToInt(one -> one.opened().classes()).sum(),
                        items.stream().mapToInt(one -> one.opened().learners()).sum()),
                new Count(
                        items.stream()
                                .mapToInt(one -> one.unfulfilled().classes())
                                .sum(),
                        items.stream()
                                .mapToInt(one -> one.unfulfilled().learners())
                                .sum()),
                items.stream().mapToInt(ItemStand::remaining).sum(),
                (int) items.stream().filter(one -> one.terms().ambiguous()).count());
    }
}
