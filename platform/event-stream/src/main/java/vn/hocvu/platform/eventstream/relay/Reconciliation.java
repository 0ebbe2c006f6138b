package vn.hocvu.platform.eventstream.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares, block by block, what the store holds with what the relay has dealt with, once nothing can come late any more.
 * It must never find anything; if it does, it publishes the block again and raises the alarm.
 */
final class Reconciliation {
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final int BLOCKS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final EventStorageEngine engine;
    private final RelayRecords records;
    private final RelayProducer producer;
    private final RelayBooks books;
    private final RelaySettings settings;
    private final Clock clock;
    private final Counter missing;

    Reconciliation(
            JdbcClient jdbc,
            EventStorageEngine engine,
            RelayRecords records,
            RelayProducer producer,
            RelayBooks books,
            RelaySettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.records = records;
        this.producer = producer;
        this.books = books;
        this.settings = settings;
        this.clock = clock;
        this.missing = Counter.builder("hocvu.relay.reconciliation.missing")
                .description("Events that the relay had not dealt with, found by comparing and published then")
                .baseUnit("events")
                .register(meters);
    }

    /** Compares every block that has closed since the last sweep. */
    void sweep() {
        var token = books.storedToken();
        if (token.isEmpty()) {
            return;
        }
        var settled = settledBefore();
        var first = jdbc.sql("SELECT coalesce(max(block), -1) + 1 FROM relay_block WHERE closed_at IS NOT NULL")
                .query(Long.class)
                .single();
        var end = Math.min((token.get().getIndex() + 1) / RelayBooks.BLOCK, first + BLOCKS_AT_ONCE);
        for (var block = first; block < end && isSettled(block, settled); block++) {
            compare(block);
        }
    }

    /** Before this moment no transaction that runs now can have taken a position. */
    private Instant settledBefore() {
        var settled = clock.instant().minus(settings.settleTime());
        var oldest = jdbc.sql("""
                        SELECT coalesce(min(xact_start), clock_timestamp()) FROM pg_stat_activity
                        WHERE datname = current_database() AND backend_xid IS NOT NULL
                        """).query(OffsetDateTime.class).single().toInstant();
        return oldest.isBefore(settled) ? oldest : settled;
    }

    private boolean isSettled(long block, Instant settled) {
        var newest = jdbc.sql(
                        "SELECT max(time_stamp) FROM domain_event_entry WHERE global_index >= ? AND global_index < ?")
                .params(block * RelayBooks.BLOCK, (block + 1) * RelayBooks.BLOCK)
                .query(String.class)
                .optional();
        return newest.map(Instant::parse).orElse(Instant.MIN).isBefore(settled);
    }

    private void compare(long block) {
        var stored = jdbc.sql("SELECT count(*) FROM domain_event_entry WHERE global_index >= ? AND global_index < ?")
                .params(block * RelayBooks.BLOCK, (block + 1) * RelayBooks.BLOCK)
                .query(Long.class)
                .single();
        var dealtWith = jdbc.sql("SELECT published + kept + parked FROM relay_block WHERE block = ?")
                .param(block)
                .query(Long.class)
                .optional()
                .orElse(0L);
        if (stored > dealtWith) {
            publishAgain(block, stored - dealtWith);
        } else if (stored < dealtWith) {
            log.atError()
                    .addKeyValue("block", block)
                    .addKeyValue("stored", stored)
                    .addKeyValue("counted", dealtWith)
                    .log("The relay counted more events than the store holds; compare the topic with the store");
        }
        jdbc.sql("""
                        INSERT INTO relay_block AS b (block, published, closed_at) VALUES (?, ?, clock_timestamp())
                        ON CONFLICT (block) DO UPDATE SET closed_at = excluded.closed_at,
                            published = b.published + greatest(0, excluded.published - b.published - b.kept - b.parked)
                        """).params(block, stored).update();
    }

    private void publishAgain(long block, long number) {
        missing.increment((double) number);
        log.atError()
                .addKeyValue("block", block)
                .addKeyValue("missing", number)
                .log(
                        "Events had not been published; the block is published again, find out why before trusting the settings");
        var parked = books.parkedAggregates();
        var sending = producer.begin();
        var before = block * RelayBooks.BLOCK - 1;
        try (var events = engine.readEvents(GapAwareTrackingToken.newInstance(before, List.of()), false)) {
            events.takeWhile(event ->
                            event.trackingToken().position().orElse(Long.MAX_VALUE) < (block + 1) * RelayBooks.BLOCK)
                    .forEach(event -> send(sending, event, parked));
        }
        sending.acknowledged();
    }

    private void send(RelayProducer.Sending sending, Object event, Set<String> parked) {
        if (event instanceof DomainEventMessage<?> stored && !parked.contains(stored.getAggregateIdentifier())) {
            records.of(stored).ifPresent(sending::send);
        }
    }
}
