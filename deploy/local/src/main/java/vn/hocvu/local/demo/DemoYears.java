package vn.hocvu.local.demo;

import java.io.PrintStream;
import vn.hocvu.local.Installation;

/** Loads the reference training years. */
public final class DemoYears {
    private final Installation installation;
    private final PrintStream out;

    public DemoYears(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    public void load() {
        out.println("not yet " + installation.home());
    }
}
