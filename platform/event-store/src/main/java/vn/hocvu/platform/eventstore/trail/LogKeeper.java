package vn.hocvu.platform.eventstore.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.eventstore.AuditTrail.Verification;

/** Keeps the log going: takes up events, signs, copies, verifies, and says how old the oldest event is that is not signed. */
final class LogKeeper implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LogKeeper.class);

    private final LogReader reader;
    private final KeptCopy copy;
    private final LogSigner signer;
    private final StoreVerification verification;
    private final JdbcClient jdbc;
    private final TrailSettings settings;
    private final Clock clock;
    private volatile Duration unsigned = Duration.ZERO;
    private volatile long problems;
    private Instant nextLook = Instant.MIN;
    private @Nullable ScheduledExecutorService timer;

    LogKeeper(
            LogReader reader,
            KeptCopy copy,
            LogSigner signer,
            StoreVerification verification,
            JdbcClient jdbc,
            TrailSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.reader = reader;
        this.copy = copy;
        this.signer = signer;
        this.verification = verification;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("hocvu.audit.checkpoint.age", () -> unsigned.toMillis() / 1000.0)
                .description("Age of the oldest event that no signed checkpoint covers")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("hocvu.audit.broken", () -> problems + (signer.contradicts() ? 1 : 0))
                .description("Places where the trail is not as it was signed, at the last look")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        var made = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("audit-log"));
        var millis = settings.interval().toMillis();
        var unused = made.scheduleWithFixedDelay(this::tend, millis, millis, TimeUnit.MILLISECONDS);
        timer = made;
    }

    /** Never throws, or it would not be called again. */
    private void tend() {
        try {
            while (reader.advance()) {
                copy.bringUpToDate();
            }
            copy.bringUpToDate();
            if (!clock.instant().isBefore(nextLook)) {
                nextLook = clock.instant().plusSeconds(5);
                verification.verifyIfDue();
                measure();
            }
        } catch (IOException e) {
            log.atError()
                    .setCause(e)
                    .log("The copy of the log outside the database cannot be written; it is tried again");
        } catch (RuntimeException e) {
            // A large log may take longer than a stop waits; the next start goes on with it.
            log.atLevel(isRunning() ? Level.WARN : Level.DEBUG)
                    .setCause(e)
                    .log("The log could not be tended; it is tried again");
        }
    }

    private void measure() {
        // Whichever replica has verified last.
        problems = verification.last().map(Verification::problems).orElse(0L);
        // By its place, so that the server never goes over the whole log.
        unsigned = jdbc.sql("SELECT e.time_stamp FROM audit_leaf l"
                        + " JOIN domain_event_entry e ON e.global_index = l.position WHERE l.leaf = ?")
                .param(LogRow.look(jdbc).signedSize())
                .query(String.class)
                .optional()
                .map(stamped -> Duration.between(Instant.parse(stamped), clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running;
        synchronized (this) {
            running = timer;
            timer = null;
        }
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(5, TimeUnit.SECONDS)) {
                    running.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** After the event store, before the pages. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 5_000;
    }
}
