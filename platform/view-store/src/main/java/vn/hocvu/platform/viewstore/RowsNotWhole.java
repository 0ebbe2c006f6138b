package vn.hocvu.platform.viewstore;

import vn.hocvu.platform.eventstore.TemporarilyUnavailable;

/**
 * The first rows of a feed are being folded: what is missing looks like what never was, so nothing is read from them. It
 * passes by itself; whoever asked may ask again.
 */
public final class RowsNotWhole extends TemporarilyUnavailable {
    private static final long serialVersionUID = 1L;

    RowsNotWhole(String feed) {
        super("the rows of the feed '" + feed + "' are being folded for the first time");
    }
}
