package vn.hocvu.platform.eventstore;

/** The event store cannot be reached or did not answer; the order may be sent again under the same id. */
public final class StoreUnavailable extends TemporarilyUnavailable {
    public StoreUnavailable(Throwable cause) {
        super("the event store is not available", cause);
    }
}
