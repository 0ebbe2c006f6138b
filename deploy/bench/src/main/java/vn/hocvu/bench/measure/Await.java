package vn.hocvu.bench.measure;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waits for a condition, with a deadline, looking often enough not to blur what is measured. */
public final class Await {
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    private Await() {}

    /** @throws org.awaitility.core.ConditionTimeoutException if it did not come true in time */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        until(what, limit, LOOK_EVERY, condition);
    }

    /** Looks no more often than that, where looking is not free. */
    public static void until(String what, Duration limit, Duration lookEvery, BooleanSupplier condition) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(lookEvery)
                .atMost(limit)
                .until(condition::getAsBoolean);
    }
}
