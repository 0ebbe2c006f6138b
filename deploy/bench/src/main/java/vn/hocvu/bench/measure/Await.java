package vn.hocvu.bench.measure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a deadline. */
public final class Await {
    private static final long LOOK_EVERY_MILLIS = 2;

    private Await() {}

    /** @throws IllegalStateException if it did not come true in time */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        until(what, limit, Duration.ofMillis(LOOK_EVERY_MILLIS), condition);
    }

    /** Looks no more often than that, where looking is not free. */
    public static void until(String what, Duration limit, Duration lookEvery, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            pause(lookEvery);
        }
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        }
    }
}
