package vn.hocvu.platform.eventstream.health;

import org.springframework.boot.health.contributor.Status;

/** The state of something that lags or waits for a person while the service answers as ever. */
public final class Degraded {
    /** Better than out of service, worse than well; answered with 200. */
    public static final Status DEGRADED = new Status("DEGRADED");

    private Degraded() {}

    /** Well, or degraded. */
    public static Status unless(boolean well) {
        return well ? Status.UP : DEGRADED;
    }
}
