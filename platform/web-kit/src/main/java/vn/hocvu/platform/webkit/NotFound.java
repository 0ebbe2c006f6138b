package vn.hocvu.platform.webkit;

/** There is no such thing, or none that this person may know of; both are answered alike, with 404. */
public final class NotFound extends RuntimeException {
    public NotFound(String what) {
        super("there is no " + what);
    }
}
