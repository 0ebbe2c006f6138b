package vn.hocvu.reporting.views.figures;

import vn.hocvu.reporting.publishedfigure.Count;

/**
 * Two sides that are equal if the ledger is whole; a measure that an identity does not speak of is 0 on both sides.
 *
 * @param name S1 to S5
 */
public record Identity(String name, Count left, Count right) {
    public boolean holds() {
        return left.equals(right);
    }
}
