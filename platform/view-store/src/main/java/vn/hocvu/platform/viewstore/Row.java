package vn.hocvu.platform.viewstore;

import vn.hocvu.platform.eventstream.Fact;

/** One immutable row of a view that knows how each fact changes it. */
public interface Row<F, R extends Row<F, R>> {

    /** The row after the fact; the same row if the fact does not concern it. */
    R after(Fact<F> fact);
}
