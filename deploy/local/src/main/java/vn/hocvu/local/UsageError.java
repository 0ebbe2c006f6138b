package vn.hocvu.local;

/** A wish that cannot be fulfilled as it was put; its message is for the person at the terminal. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Refuses with these words. */
    public UsageError(String message) {
        super(message);
    }
}
