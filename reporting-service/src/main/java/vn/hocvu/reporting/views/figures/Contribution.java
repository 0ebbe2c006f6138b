package vn.hocvu.reporting.views.figures;

import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.views.ledger.Moment;

/**
 * What one class or item adds to a figure, and the fact that says so. A figure is the sum of its contributions.
 *
 * @param subject class code or plan item
 * @param detail  why, as a message key: {@code opened}, {@code late}, {@code running} and the like
 */
public record Contribution(
        String subject, @Nullable String classId, String detail, Moment at, int classes, int learners) {

    Amount amount() {
        return new Amount(classes, learners);
    }
}
