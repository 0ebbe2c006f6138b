package vn.hocvu.platform.eventstream.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the relay going: looks at the topic before it begins and after every failure, goes back where the broker has lost
 * what it had acknowledged, and begins again as soon as the broker is back.
 */
final class Relay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int SEGMENT = 0;
    /** For so long the batch on its way may be acknowledged before the process ends without it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final PooledStreamingEventProcessor processor;
    private final RelayTopic topic;
    private final String topicName;
    private final RelayProducer producer;
    private final RelayBooks books;
    private final Reconciliation reconciliation;
    private final RelayGauges gauges;
    private final ParkedEvents parkedEvents;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final RelaySettings settings;
    private final Clock clock;
    private final AtomicBoolean failed;
    private volatile State state = State.STOPPED;
    private Instant nextSweep = Instant.MIN;
    private @Nullable ScheduledExecutorService keeper;

    /** What the relay is doing. */
    enum State {
        STOPPED,
        WAITING_FOR_BROKER,
        RUNNING,
        REFUSED
    }

    Relay(
            PooledStreamingEventProcessor processor,
            RelayTopic topic,
            String topicName,
            RelayProducer producer,
            RelayBooks books,
            Reconciliation reconciliation,
            RelayGauges gauges,
            ParkedEvents parkedEvents,
            TokenStore tokens,
            TransactionManager transactions,
            RelaySettings settings,
            Clock clock,
            AtomicBoolean failed) {
        this.processor = processor;
        this.topic = topic;
        this.topicName = topicName;
        this.producer = producer;
        this.books = books;
        this.reconciliation = reconciliation;
        this.gauges = gauges;
        this.parkedEvents = parkedEvents;
        this.tokens = tokens;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.failed = failed;
    }

    State state() {
        return state;
    }

    @Override
    public synchronized void start() {
        state = State.WAITING_FOR_BROKER;
        try {
            begin();
        } catch (RelayTopic.BrokerAway e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("Kafka is away; the relay begins when it is back");
        }
        nextSweep = clock.instant().plus(settings.sweepInterval());
        var timer = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("relay-keeper"));
        var unused = timer.scheduleWithFixedDelay(this::tend, 500, 500, TimeUnit.MILLISECONDS);
        keeper = timer;
    }

    private void begin() {
        var seen = topic.look();
        prepare(seen);
        failed.set(false);
        processor.start();
        // Without this, the framework would wait longer after every failure, up to a minute.
        var unused = processor.claimSegment(SEGMENT);
        state = State.RUNNING;
    }

    private void prepare(RelayTopic.State seen) {
        var known = books.topic(topicName);
        if (known.isEmpty()) {
            books.remember(topicName, new RelayBooks.Topic(seen.id(), seen.partitions()));
        } else if (!known.get().id().equals(seen.id())) {
            log.atError()
                    .addKeyValue("topic", topicName)
                    .log("The topic was made anew; every event is published again");
            goBack(GapAwareTrackingToken.newInstance(0, java.util.List.of()), 0, seen);
        } else {
            requireTail(seen);
        }
    }

    /** Compares what the broker has with what it had acknowledged. */
    private void requireTail(RelayTopic.State seen) {
        var progress = books.progress();
        if (progress.isEmpty() || seen.has(progress.getFirst().offsets())) {
            return;
        }
        log.atError()
                .addKeyValue("topic", topicName)
                .log("The broker lost records that it had acknowledged; the relay goes back");
        progress.stream()
                .filter(p -> seen.has(p.offsets()))
                .findFirst()
                .ifPresentOrElse(
                        p -> goBack(p.token(), p.id(), seen),
                        () -> goBack(GapAwareTrackingToken.newInstance(0, java.util.List.of()), 0, seen));
    }

    private void goBack(GapAwareTrackingToken token, long progressId, RelayTopic.State seen) {
        producer.forgetOffsets();
        try {
            transactions.executeInTransaction(() -> {
                if (tokens.fetchSegments(RelayBooks.PROCESSOR).length > 0) {
                    tokens.fetchToken(RelayBooks.PROCESSOR, SEGMENT);
                    tokens.storeToken(token, RelayBooks.PROCESSOR, SEGMENT);
                    tokens.releaseClaim(RelayBooks.PROCESSOR, SEGMENT);
                }
                if (progressId == 0) {
                    books.startAnew();
                } else {
                    books.goBackTo(token, progressId);
                }
                books.remember(topicName, new RelayBooks.Topic(seen.id(), seen.partitions()));
            });
            log.atWarn().addKeyValue("position", token.getIndex()).log("The relay went back");
        } catch (UnableToClaimTokenException e) {
            // Another replica holds the relay, and looks at the broker itself.
            log.atInfo().log("Another replica relays; it goes back if it must");
        }
    }

    /** Every half second; never throws, or it would not be called again. */
    private void tend() {
        try {
            switch (state) {
                case WAITING_FOR_BROKER -> begin();
                case RUNNING -> watch();
                case STOPPED, REFUSED -> {}
            }
            gauges.measure();
        } catch (RelayTopic.BrokerAway e) {
            log.atDebug().setCause(e).log("Kafka is still away");
        } catch (RelayTopic.Unsuitable e) {
            state = State.REFUSED;
            log.atError().log(e.getMessage());
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("The relay could not be tended; it is tried again");
        }
    }

    private void watch() {
        books.wantedAgain().forEach(this::publishParked);
        if (failed.get()) {
            log.atWarn().log("A batch failed; the relay begins again from its stored token");
            halt();
            state = State.WAITING_FOR_BROKER;
            begin();
        } else if (!clock.instant().isBefore(nextSweep) && holdsClaim()) {
            nextSweep = clock.instant().plus(settings.sweepInterval());
            reconciliation.sweep();
            requireTailWhileRunning();
        }
    }

    /** What the operations page asked for. */
    private void publishParked(String aggregateId) {
        try {
            parkedEvents.retry(aggregateId, "operations");
            log.atInfo().addKeyValue("aggregate", aggregateId).log("A parked aggregate is published again");
        } catch (RuntimeException e) {
            books.failedAgain(aggregateId);
            log.atWarn()
                    .addKeyValue("aggregate", aggregateId)
                    .setCause(e)
                    .log("A parked aggregate cannot be published yet");
        }
    }

    private void requireTailWhileRunning() {
        var progress = books.progress();
        if (!progress.isEmpty() && !topic.look().has(progress.getFirst().offsets())) {
            failed.set(true);
        }
    }

    boolean holdsClaim() {
        return !processor.processingStatus().isEmpty();
    }

    private void halt() {
        var stopping = processor.shutdownAsync();
        if (!ends(stopping, GRACE)) {
            // The broker does not answer. What it has not acknowledged is sent again after the next start.
            producer.close();
            if (!ends(stopping, settings.deliveryTimeout().plusSeconds(10))) {
                log.atWarn().log("The relay's processor did not stop in time");
            }
        }
        producer.close();
    }

    private static boolean ends(CompletableFuture<?> stopping, Duration limit) {
        try {
            stopping.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            log.atWarn().setCause(e).log("The relay's processor stopped with a failure");
        }
        return true;
    }

    @Override
    public synchronized void stop() {
        if (keeper != null) {
            keeper.shutdownNow();
            keeper = null;
        }
        state = State.STOPPED;
        halt();
    }

    @Override
    public synchronized boolean isRunning() {
        return keeper != null;
    }

    /** After the event store, before the pages. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 5_000;
    }
}
