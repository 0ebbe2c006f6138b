package vn.hocvu.proof.agent;

import java.util.concurrent.atomic.AtomicLong;

/** Counts how often the chosen place was passed, and ends the process without a word when it is time. */
public final class Crash {
    /** How a process ends that has crashed here. */
    public static final int EXIT = 86;

    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);
    private static volatile String thread = "";

    private Crash() {}

    static void at(long time, String threadEndsWith) {
        thread = threadEndsWith;
        LEFT.set(time);
    }

    /** Called by the woven code. */
    public static void passed() {
        if (Thread.currentThread().getName().endsWith(thread) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
