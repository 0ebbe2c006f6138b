package vn.hocvu.local.demo;

import java.io.PrintStream;

/** A bar that grows with the work done; on anything but a terminal, a line for every twentieth part. */
final class Progress {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final long total;
    private final boolean terminal;
    private long done;
    private int told = -1;

    Progress(PrintStream out, long total, boolean terminal) {
        this.out = out;
        this.total = total;
        this.terminal = terminal;
    }

    /** So much more is done, lastly this. */
    synchronized void advance(long work, String what) {
        done = Math.min(total, done + work);
        var percent = (int) (done * 100 / total);
        if (terminal) {
            var filled = percent * WIDTH / 100;
            out.printf("\r  [%s%s] %3d %%  %-36s", "#".repeat(filled), ".".repeat(WIDTH - filled), percent, what);
            if (done == total) out.println();
            out.flush();
        } else if (percent / 5 > told) {
            told = percent / 5;
            out.printf("  %3d %%  %s%n", percent, what);
        }
    }
}
