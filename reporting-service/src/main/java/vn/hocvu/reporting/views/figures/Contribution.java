package vn.hocvu.reporting.views.figures;

import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.views.figures.ledger.Moment;

/**
 * What one fact adds to a figure or takes from it; a figure is the sum of its contributions.
 *
 * @param part    part of a compound figure: {@code carriedIn}, {@code opened}, {@code late}, …
 * @param subject code of the class or number of the plan item
 * @param classId class it is about; absent for a plan item
 */
public record Contribution(
        String part, String subject, @Nullable String classId, Moment at, Count count) {

    /** The sum of contributions. */
    public static Count sum(Iterable<Contribution> contributions) {
        var sum = Count.ZERO;
        for (var one : contributions) {
            sum = sum.plus(one.count());
        }
        return sum;
    }
}
