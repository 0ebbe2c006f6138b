package vn.hocvu.reporting.views.figures;

import java.util.Collection;

/** So many classes with so many learners. */
public record Amount(int classes, int learners) {

    public static final Amount NONE = new Amount(0, 0);

    public Amount plus(Amount other) {
        return new Amount(classes + other.classes, learners + other.learners);
    }

    public Amount minus(Amount other) {
        return new Amount(classes - other.classes, learners - other.learners);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    static Amount sum(Collection<Contribution> contributions) {
        Amount sum = NONE;
        for (Contribution contribution : contributions) {
            sum = sum.plus(contribution.amount());
        }
        return sum;
    }
}
