package vn.hocvu.platform.webkit.jobs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many jobs of each kind run on this replica, and how many failed by a defect. */
final class JobMeters {
    private final MeterRegistry meters;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    JobMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Kind(AtomicInteger running, Counter failed) {}

    /** A kind shows with zero before its first job. */
    void know(String kind) {
        var unused = of(kind);
    }

    void begins(String kind) {
        of(kind).running().incrementAndGet();
    }

    void ends(String kind) {
        of(kind).running().decrementAndGet();
    }

    /** Not for files that were refused: those are their owner's. */
    void failed(String kind) {
        of(kind).failed().increment();
    }

    private Kind of(String kind) {
        return kinds.computeIfAbsent(kind, this::register);
    }

    private Kind register(String kind) {
        var running = new AtomicInteger();
        Gauge.builder("hocvu.jobs.running", running, AtomicInteger::get)
                .description("Jobs that this replica works on")
                .tag("kind", kind)
                .register(meters);
        return new Kind(
                running,
                Counter.builder("hocvu.jobs.failed")
                        .description("Jobs that ended by a defect")
                        .tag("kind", kind)
                        .register(meters));
    }
}
