package vn.hocvu.platform.auditchain;

/** A text is not what it claims to be: not JSON, not exact, or not of this format. */
public final class Malformed extends RuntimeException {
    public Malformed(String message) {
        super(message);
    }
}
