package vn.hocvu.platform.eventstore.axon;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to run on settings under which a committed event could appear behind a reader (G1 to G6), or an acknowledged
 * one could be lost. Runs before anything reads or writes events, and goes on measuring the clock.
 */
final class StoreCheck implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StoreCheck.class);
    private static final int OLDEST_SERVER = 170_000;
    private static final int SMALLEST_GAP_OFFSET = 1_000_000;
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final EventStoreSettings settings;
    private final Clock clock;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private volatile Duration clockDifference = Duration.ZERO;
    private @Nullable ScheduledExecutorService timer;

    StoreCheck(
            JdbcClient jdbc,
            EventStoreSettings settings,
            Clock clock,
            TokenStore tokens,
            TransactionManager transactions,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.tokens = tokens;
        this.transactions = transactions;
        Gauge.builder("hocvu.clock.difference", () -> clockDifference.toMillis() / 1000.0)
                .description("Between this machine and its database, as an amount")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        limitTheRole();
        measureClock();
        var problems = problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "the event store is not safe to use:\n - " + String.join("\n - ", problems));
        }
        var measuring = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("clock-difference"));
        var unused = measuring.scheduleWithFixedDelay(this::measureQuietly, 30, 30, TimeUnit.SECONDS);
        timer = measuring;
    }

    /** Everything that connects under this role is limited, not only this pool. */
    private void limitTheRole() {
        try {
            jdbc.sql("DO $$ BEGIN EXECUTE format('ALTER ROLE CURRENT_USER IN DATABASE %I SET transaction_timeout = "
                            + settings.transactionTimeout().toMillis() + "', current_database()); END $$")
                    .update();
        } catch (DataAccessException e) {
            log.atWarn()
                    .setCause(e)
                    .log("The limit is set on this service's connections, but could not be set on its role");
        }
    }

    private List<String> problems() {
        var problems = new ArrayList<String>();
        var limit = settings.transactionTimeout();
        if (number("server_version_num") < OLDEST_SERVER) {
            problems.add("PostgreSQL 17 or newer is needed, which ends long transactions (G1)");
        } else if (limitOfConnections() <= 0 || limitOfConnections() > limit.toMillis()) {
            problems.add("transaction_timeout of the service's connections must be " + limit.toMillis() + " ms, is "
                    + limitOfConnections() + " (G1)");
        }
        if (number("max_prepared_transactions") != 0) {
            problems.add("max_prepared_transactions must be 0: a prepared transaction has no time limit (G1)");
        }
        var needed =
                limit.multipliedBy(2).plus(settings.allowedClockDifference()).plus(MARGIN);
        if (settings.gapTimeout().compareTo(needed) < 0) {
            problems.add("hocvu.event-store.gap-timeout must be at least " + needed.toSeconds() + " s (G2)");
        }
        if (settings.largestGapOffset() < SMALLEST_GAP_OFFSET) {
            problems.add("hocvu.event-store.largest-gap-offset must be at least " + SMALLEST_GAP_OFFSET + " (G4)");
        }
        if (clockDifference.compareTo(settings.allowedClockDifference()) > 0) {
            problems.add("the clock differs from the database's by " + clockDifference.toMillis() + " ms (G6)");
        }
        if (!(tokens instanceof JdbcTokenStore) || !(transactions instanceof SpringTransactionManager)) {
            problems.add(
                    "tokens and events must be in the database: " + tokens.getClass() + ", " + transactions.getClass());
        }
        if (settings.requireDurability()) {
            durability(problems);
        }
        return problems;
    }

    private void durability(List<String> problems) {
        for (var name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (setting(name).equals("off")) {
                problems.add(name + " must be on: an acknowledged change would not survive a crash");
            }
        }
    }

    private long limitOfConnections() {
        return jdbc.sql("SELECT setting FROM pg_settings WHERE name = 'transaction_timeout'")
                .query(Long.class)
                .single();
    }

    private long number(String name) {
        return Long.parseLong(setting(name));
    }

    private String setting(String name) {
        return jdbc.sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private void measureQuietly() {
        try {
            measureClock();
        } catch (RuntimeException e) {
            log.atDebug().setCause(e).log("The database's clock could not be read");
        }
    }

    private void measureClock() {
        var before = clock.instant();
        var theirs = jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var after = clock.instant();
        var middle = before.plus(Duration.between(before, after).dividedBy(2));
        clockDifference = Duration.between(middle, theirs).abs();
    }

    Duration clockDifference() {
        return clockDifference;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }
}
