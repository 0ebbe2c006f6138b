package vn.hocvu.platform.webkit;

import java.time.Duration;

/** Somebody asks more often than the service gives; answered 429 with the time to wait. */
public final class TooMany extends RuntimeException {
    private final Duration retryAfter;

    public TooMany(String what, Duration retryAfter) {
        super("too many " + what);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
