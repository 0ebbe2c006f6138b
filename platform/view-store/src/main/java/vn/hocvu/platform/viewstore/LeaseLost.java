package vn.hocvu.platform.viewstore;

/** Another replica folds these views now; whoever sees this drops what it holds and waits for its turn. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(String view) {
        super("another replica writes " + view);
    }

    LeaseLost(String view, Throwable cause) {
        super("another replica writes " + view, cause);
    }
}
