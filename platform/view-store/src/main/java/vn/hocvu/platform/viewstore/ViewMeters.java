package vn.hocvu.platform.viewstore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What a feed counts. */
final class ViewMeters {

    private final Counter duplicates;
    private final Counter missing;

    ViewMeters(MeterRegistry meters, String consumer) {
        this.duplicates = Counter.builder("hocvu.duplicates.skipped")
                .description("Facts that had been handled before")
                .tag("consumer", consumer)
                .register(meters);
        this.missing = Counter.builder("hocvu.sequence.missing")
                .description("Histories found with a fact missing")
                .tag("consumer", consumer)
                .register(meters);
    }

    void duplicate() {
        duplicates.increment();
    }

    void missing() {
        missing.increment();
    }
}
