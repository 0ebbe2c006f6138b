package vn.hocvu.bench.whole;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The running system that several measurements share, started when the first needs it. */
public final class Whole implements AutoCloseable {
    private final WholeSystem system;
    private final Api api;
    private final Classes classes;
    private final AtomicInteger given = new AtomicInteger();
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
        return classes.recruit(count);
    }

    Seating seating(List<String> fresh, long seed) {
        return new Seating(system, api, applicants(seed), fresh, given);
    }

    LargePlans largePlans() {
        return new LargePlans(api, classes.today().toString(), classes.paper());
    }

    /** Seats given since the system was started. */
    int given() {
        return given.get();
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
