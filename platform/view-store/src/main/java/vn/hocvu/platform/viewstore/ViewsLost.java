package vn.hocvu.platform.viewstore;

/**
 * The position beside the rows is gone or older than it was, so are the rows: what is missing is folded anew, everything
 * if there is no position at all.
 */
final class ViewsLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ViewsLost(String id) {
        super("the stored position " + id + " is gone or older than it was");
    }
}
