package vn.hocvu.bench.whole;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The running system that several measurements share, started when the first needs it. */
public final class Whole implements AutoCloseable {
    private static final int CLASSES = 64;

    private final WholeSystem system;
    private final Api api;
    private final Classes classes;
    private final List<String> unused = new ArrayList<>();
    private @Nullable Applicants applicants;

    private Whole(WholeSystem system) {
        this.system = system;
        this.api = new Api(system);
        this.classes = new Classes(api);
    }

    /** Starts everything. */
    public static Whole start(Path repository) {
        var system = WholeSystem.in(
                repository,
                Map.of(
                        // One account makes all changes here; a person at the keyboard never comes near the limit.
                        "HOCVU_WEB_WRITESPERMINUTE", "1000000",
                        // No program is started behind the measurement's back to make caches.
                        "CI", "true"));
        try {
            system.up();
            return new Whole(system);
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    WholeSystem system() {
        return system;
    }

    Api api() {
        return api;
    }

    int year() {
        return classes.year();
    }

    /** Classes that nobody is enrolled in yet. */
    List<String> freshClasses(int count) {
        if (unused.isEmpty()) {
            unused.addAll(classes.recruit(CLASSES));
        }
        if (unused.size() < count) {
            throw new IllegalArgumentException("only " + unused.size() + " classes are left, " + count
                    + " are needed; smaller settings need fewer");
        }
        var some = List.copyOf(unused.subList(0, count));
        unused.subList(0, count).clear();
        return some;
    }

    Seating seating(int count, long seed) {
        return new Seating(system, api, applicants(seed), freshClasses(count));
    }

    Applicants applicants(long seed) {
        if (applicants == null) {
            applicants = new Applicants(classes.paper(), classes.today(), seed);
        }
        return applicants;
    }

    @Override
    public void close() {
        api.close();
        system.close();
    }
}
