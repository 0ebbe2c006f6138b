package vn.hocvu.reporting.views.figures;

import java.util.List;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;

/**
 * How far a plan has come.
 *
 * @param quota       what the items promise; learners without those of ambiguous items
 * @param opened      classes opened against them, with the roll they opened with
 * @param unfulfilled what was given up
 * @param granted     classes that have a place and have not opened
 * @param ambiguous   items of which nobody has said how many learners they promise: no share of learners is printed
 */
public record Fulfilment(Count quota, Count opened, Count unfulfilled, int granted, List<ItemTerms> ambiguous) {
    public Fulfilment {
        ambiguous = List.copyOf(ambiguous);
    }

    /** True if the share of learners can be told. */
    public boolean clear() {
        return ambiguous.isEmpty();
    }

    /** Classes that nobody has asked for yet. */
    public int remaining() {
        return quota.classes() - granted - opened.classes() - unfulfilled.classes();
    }

    /** Learners promised in all if every ambiguous figure is read as the scope says. */
    public int learnersRead(String scope) {
        return quota.learners()
                + ambiguous.stream()
                        .flatMap(item -> item.readings().stream())
                        .filter(reading -> reading.scope().equals(scope))
                        .mapToInt(ItemTerms.Reading::quotaLearners)
                        .sum();
    }
}
