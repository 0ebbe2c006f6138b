package vn.hocvu.platform.eventstore;

/** Something that is needed does not work at the moment; whoever asked may ask again, an order under the same id. */
public abstract class TemporarilyUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected TemporarilyUnavailable(String message) {
        super(message);
    }

    protected TemporarilyUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
