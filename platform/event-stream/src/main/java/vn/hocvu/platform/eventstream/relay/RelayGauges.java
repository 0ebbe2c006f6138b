package vn.hocvu.platform.eventstream.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the relay is behind the store; measured by the keeper, read by meters and health. */
final class RelayGauges {
    private final JdbcClient jdbc;
    private final RelayBooks books;
    private final Clock clock;
    private volatile Duration lag = Duration.ZERO;
    private volatile long backlog;
    private volatile int gaps;
    private volatile int parked;

    RelayGauges(JdbcClient jdbc, RelayBooks books, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.books = books;
        this.clock = clock;
        Gauge.builder("hocvu.relay.lag", () -> lag.toMillis() / 1000.0)
                .description("Age of the oldest event that is not published")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("hocvu.relay.backlog", () -> backlog)
                .description("Positions of the store that the relay has not come to")
                .baseUnit("events")
                .register(meters);
        Gauge.builder("hocvu.token.gaps", () -> gaps)
                .description("Positions that a reader still waits for")
                .tag("processor", RelayBooks.PROCESSOR)
                .register(meters);
        Gauge.builder("hocvu.parked.keys", () -> parked)
                .description("Keys whose messages wait for somebody")
                .tag("consumer", "relay")
                .register(meters);
    }

    void measure() {
        parked = books.parkedAggregates().size();
        var token = books.storedToken();
        var index = token.map(t -> t.getIndex()).orElse(0L);
        gaps = token.map(t -> t.getGaps().size()).orElse(0);
        backlog = Math.max(0, highest() - index);
        lag = backlog == 0 ? Duration.ZERO : age(index);
    }

    private long highest() {
        return jdbc.sql("SELECT coalesce(max(global_index), 0) FROM domain_event_entry")
                .query(Long.class)
                .single();
    }

    private Duration age(long index) {
        return jdbc.sql(
                        "SELECT time_stamp FROM domain_event_entry WHERE global_index > ? ORDER BY global_index LIMIT 1")
                .param(index)
                .query(String.class)
                .optional()
                .map(text -> Duration.between(Instant.parse(text), clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    Duration lag() {
        return lag;
    }

    long backlog() {
        return backlog;
    }

    int parked() {
        return parked;
    }
}
