package vn.hocvu.proof.system;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition up to a deadline. */
public final class Waiting {
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(50);

    private Waiting() {}

    /** Whether the condition came to hold in time. */
    public static boolean within(Duration limit, BooleanSupplier condition) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) return false;
            LockSupport.parkNanos(LOOK_EVERY);
            if (Thread.currentThread().isInterrupted()) return false;
        }
        return true;
    }

    /** Waits, or fails naming what did not come and what was seen instead. */
    public static void until(String what, Duration limit, BooleanSupplier condition, Supplier<String> seen) {
        if (!within(limit, condition)) {
            throw new AssertionError("waited " + limit.toSeconds() + " s in vain for " + what + "; " + seen.get());
        }
    }

    /** Waits, or fails naming what did not come. */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        until(what, limit, condition, () -> "");
    }
}
