package vn.hocvu.platform.eventstream.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.hocvu.platform.eventstore.Contended;
import vn.hocvu.platform.eventstore.StoreUnavailable;
import vn.hocvu.platform.eventstream.KafkaConnection;
import vn.hocvu.platform.eventstream.parking.ParkedMessage;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;
import vn.hocvu.platform.eventstream.reading.Consumers;
import vn.hocvu.platform.eventstream.reading.Reading;
import vn.hocvu.platform.eventstream.reading.Records;

/**
 * The service's consumer group for policies. Offsets move only after every command of the poll is stored or its message
 * is parked in the same database, so nothing is dropped and a crash repeats commands that have the same ids.
 */
final class PolicyInbox implements SmartLifecycle {

    static final String CONSUMER = "policies";

    private static final Logger LOG = LoggerFactory.getLogger(PolicyInbox.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int WORKERS = 4;
    private static final int MOST_RECORDS = 200;

    private final KafkaConnection kafka;
    private final String service;
    private final Set<String> topics;
    private final Records records;
    private final Reactions reactions;
    private final ParkedMessages parked;
    private final Clock clock;
    private final Counter unknown;
    private final Map<String, TopicPartition> parkedKeys = new ConcurrentHashMap<>();
    private final ReentrantLock stopping = new ReentrantLock();
    private final Condition stopped = stopping.newCondition();

    private volatile boolean running;
    private volatile long oldestUnhandled = -1;
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    PolicyInbox(
            KafkaConnection kafka,
            String service,
            Set<String> topics,
            Records records,
            Reactions reactions,
            ParkedMessages parked,
            Clock clock,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.service = service;
        this.topics = topics;
        this.records = records;
        this.reactions = reactions;
        this.parked = parked;
        this.clock = clock;
        this.unknown = Counter.builder("hocvu.unknown.skipped")
                .description("Messages of types that the service does not read")
                .tag("consumer", CONSUMER)
                .register(meters);
        Gauge.builder("hocvu.parked.keys", parkedKeys, Map::size)
                .description("Keys with messages that could not be handled")
                .tag("consumer", CONSUMER)
                .register(meters);
        for (var policy : reactions.names()) {
            TimeGauge.builder(
                            "hocvu.policy.lag",
                            this,
                            TimeUnit.SECONDS,
                            inbox -> inbox.lag().toMillis() / 1000.0)
                    .description("Age of the oldest fact that the policy has before it")
                    .tag("policy", policy)
                    .register(meters);
        }
    }

    /** Keys with messages that could not be handled. */
    int parkedKeys() {
        return parkedKeys.size();
    }

    /** Age of the oldest fact that is not handled. */
    Duration lag() {
        long oldest = oldestUnhandled;
        return oldest < 0 ? Duration.ZERO : Duration.ofMillis(Math.max(0, clock.millis() - oldest));
    }

    @Override
    public void start() {
        if (!reactions.any()) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().name("policies").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        signalStop();
        Thread worker = thread;
        if (worker != null) {
            try {
                worker.join(Duration.ofSeconds(15));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void signalStop() {
        stopping.lock();
        try {
            stopped.signalAll();
        } finally {
            stopping.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (var open = Consumers.of(
                            kafka, service + "-policies", "hocvu-" + service + "-policies", "earliest", MOST_RECORDS);
                    var workers = Executors.newFixedThreadPool(
                            WORKERS, Thread.ofPlatform().name("policies-", 0).factory())) {
                consumer = open;
                open.subscribe(topics, new Assignment());
                while (running) {
                    turn(open, workers);
                }
            } catch (WakeupException asked) {
                LOG.debug("Policies stop");
            } catch (RuntimeException failure) {
                LOG.atWarn().setCause(failure).log("Policies pause and connect again: Kafka or the database is away");
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void pause() {
        stopping.lock();
        try {
            long left = PAUSE.toNanos();
            while (running && left > 0) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            stopping.unlock();
        }
    }

    private void turn(Consumer<String, byte[]> open, ExecutorService workers) {
        ConsumerRecords<String, byte[]> polled = open.poll(POLL);
        if (!polled.isEmpty()) {
            List<Callable<Void>> work = polled.partitions().stream()
                    .<Callable<Void>>map(partition -> () -> {
                        polled.records(partition).forEach(this::handle);
                        return null;
                    })
                    .toList();
            awaitAll(workers, work);
            open.commitSync();
            oldestUnhandled = -1;
        }
        if (!parkedKeys.isEmpty()) {
            retryDue();
        }
    }

    private static void awaitAll(ExecutorService workers, List<Callable<Void>> work) {
        try {
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WakeupException();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        oldestUnhandled = record.timestamp();
        String key = ParkedMessages.keyOf(record);
        if (parkedKeys.containsKey(key)) {
            park(record, "waits behind an earlier message of its key", true);
            return;
        }
        switch (records.read(record)) {
            case Reading.Unknown passedBy -> unknown.increment();
            case Reading.Unreadable unreadable -> park(record, unreadable.reason(), false);
            case Reading.Understood understood -> react(record, understood);
        }
    }

    private void react(ConsumerRecord<String, byte[]> record, Reading.Understood understood) {
        try {
            reactions.to(understood.fact());
        } catch (StoreUnavailable away) {
            throw away; // the offsets stay, and the poll is repeated when the database is back
        } catch (RuntimeException failure) {
            park(record, reason(failure), false);
        }
    }

    private void park(ConsumerRecord<String, byte[]> record, String reason, boolean behind) {
        parked.park(CONSUMER, record, reason, behind);
        parkedKeys.put(ParkedMessages.keyOf(record), new TopicPartition(record.topic(), record.partition()));
        if (!behind) {
            LOG.atWarn()
                    .addKeyValue("key", record.key())
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("reason", reason)
                    .log("Message parked; it is tried again, and shown on the operations page");
        }
    }

    private void retryDue() {
        for (String key : parked.due(CONSUMER)) {
            if (parkedKeys.containsKey(key)) {
                retry(key);
            }
        }
        Set<String> open = parked.openKeys(CONSUMER).keySet();
        parkedKeys.keySet().removeIf(key -> !open.contains(key));
    }

    private void retry(String key) {
        for (ParkedMessage message : parked.open(CONSUMER, key)) {
            try {
                switch (records.read(ParkedMessages.record(message))) {
                    case Reading.Understood understood -> reactions.to(understood.fact());
                    case Reading.Unknown unknown -> {}
                    case Reading.Unreadable unreadable -> {
                        parked.failedAgain(message, unreadable.reason());
                        return;
                    }
                }
                parked.handled(message.id());
            } catch (StoreUnavailable away) {
                throw away;
            } catch (RuntimeException failure) {
                parked.failedAgain(message, reason(failure));
                return;
            }
        }
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof Contended
                ? "others changed the aggregate at the same moment"
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Whoever owns a partition also owns its parked keys. */
    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            parkedKeys.values().removeIf(partitions::contains);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            parked.openKeys(CONSUMER).forEach((key, place) -> {
                TopicPartition partition = new TopicPartition(place.topic(), place.partition());
                if (partitions.contains(partition)) {
                    parkedKeys.put(key, partition);
                }
            });
        }
    }
}
