package vn.hocvu.platform.eventstore;

/** A decision is too big to be kept: an event over 256 KiB, or more than 500 events from one command. */
public final class TooLarge extends RuntimeException {
    public TooLarge(String message) {
        super(message);
    }
}
