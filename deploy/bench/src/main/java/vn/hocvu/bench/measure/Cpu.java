package vn.hocvu.bench.measure;

import java.lang.management.ManagementFactory;

/** Processor time of this process: unlike a rate, it hardly depends on what else the machine does. */
public final class Cpu {
    private Cpu() {}

    /** Nanoseconds so far, all threads together. */
    public static long nanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : 0;
    }

    /** Microseconds for each of so many operations since an earlier moment. */
    public static double microsEach(long since, int operations) {
        return (nanos() - since) / 1e3 / operations;
    }
}
