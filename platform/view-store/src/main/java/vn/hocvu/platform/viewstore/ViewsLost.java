package vn.hocvu.platform.viewstore;

/** The position beside the rows is gone, so the rows are not to be trusted: everything is folded anew. */
final class ViewsLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ViewsLost(String id) {
        super("the stored position " + id + " is gone");
    }
}
