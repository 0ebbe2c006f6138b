package vn.hocvu.platform.viewstore;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Brings facts into one generation of rows: rows first, then the places in the histories, then the position, so that
 * whatever stops in between is folded again and changes nothing. Turns are taken by one thread.
 */
final class Feed implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long IDLE_LOOK_NANOS = Duration.ofSeconds(2).toNanos();
    /** While catching up, rows are written this often at most: many facts of a row, one write. */
    private static final long LONGEST_UNWRITTEN_NANOS = Duration.ofMillis(700).toNanos();

    private static final long MEASURE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MOST_UNWRITTEN_ROWS = 10_000;

    private final FactSource source;
    private final @Nullable OrderGuard order;
    private final @Nullable Sequences sequences;
    private final List<Fold<?, ?>> folds;
    private final Positions positions;
    private final Parking parking;
    private final Lease lease;
    private final Map<String, Long> lastByAggregate = new HashMap<>();

    private volatile @Nullable Listener listener;
    private volatile @Nullable Instant newest;
    private volatile boolean current;
    private volatile int waiting;
    private volatile FactSource.Progress progress = new FactSource.Progress(0, 0);
    private long measuredAt;
    private boolean settled;
    private long unwrittenSince;
    private long lookedAt = System.nanoTime();

    Feed(
            FactSource source,
            @Nullable OrderGuard order,
            @Nullable Sequences sequences,
            List<Fold<?, ?>> folds,
            Positions positions,
            Parking parking,
            Lease lease) {
        this.source = source;
        this.order = order;
        this.sequences = sequences;
        this.folds = folds;
        this.positions = positions;
        this.parking = parking;
        this.lease = lease;
    }

    /** Hears what people can see from now on. */
    interface Listener {
        void written(
                Map<String, Set<String>> keysByView, Map<String, Long> lastByAggregate, Map<TopicPartition, Long> read);
    }

    /** From now on these rows are those that pages read. */
    void serve(Listener heard) {
        this.listener = heard;
    }

    /**
     * Waits a moment for facts, folds what has come, and writes when it is time.
     *
     * @return how many facts came
     */
    int turn() {
        var batch = source.poll(POLL);
        if (!batch.isEmpty()) {
            take(batch);
        }
        attend();
        if (isTimeToWrite()) {
            write();
        } else if (batch.isEmpty()) {
            look();
        }
        current = source.caughtUp() && unwrittenSince == 0;
        if (current && !settled) {
            settled = true;
            parking.settle();
        }
        measure();
        return batch.size();
    }

    private void take(List<Incoming> batch) {
        var admitted = order == null ? batch : order.admit(batch);
        folds.forEach(fold -> fold.apply(admitted));
        for (var in : admitted) {
            var fact = in.fact();
            if (fact != null) {
                newest = fact.recordedAt();
                if (sequences == null) {
                    lastByAggregate.merge(fact.aggregateId(), fact.sequence(), Math::max);
                }
            }
        }
        if (unwrittenSince == 0) {
            unwrittenSince = System.nanoTime();
        }
    }

    /** Does what operators decided, and asks again for what may now be folded. */
    private void attend() {
        var decisions = parking.look();
        for (var fold : folds) {
            decisions.retry().forEach(fold::retry);
            decisions.giveUp().forEach(fold::giveUp);
            fold.takeAgain().forEach(source::rewind);
        }
        var rows = folds.stream().mapToInt(Fold::waiting).sum();
        if (order != null) {
            decisions.retry().forEach(order::retry);
            decisions.giveUp().forEach(order::giveUp);
            order.takeAgain().forEach(source::rewind);
            rows += order.waiting();
        }
        waiting = rows;
    }

    private boolean isTimeToWrite() {
        return unwrittenSince != 0
                && (source.caughtUp()
                        || System.nanoTime() - unwrittenSince > LONGEST_UNWRITTEN_NANOS
                        || folds.stream().anyMatch(fold -> fold.isFull() || fold.dirty() > MOST_UNWRITTEN_ROWS));
    }

    private void write() {
        if (!lease.hold()) {
            throw new LeaseLost("these views");
        }
        var keysByView = new HashMap<String, Set<String>>();
        for (var fold : folds) {
            var keys = fold.write();
            if (!keys.isEmpty()) {
                keysByView.put(fold.view().name(), keys);
            }
        }
        if (sequences != null) {
            sequences.write();
        }
        positions.store(source.position(heldBack()));
        unwrittenSince = 0;
        lookedAt = System.nanoTime();
        var heard = listener;
        if (heard != null) {
            heard.written(keysByView, Map.copyOf(lastByAggregate), source.offsets());
        }
        lastByAggregate.clear();
    }

    private List<Place> heldBack() {
        var held = folds.stream().flatMap(Fold::heldBack);
        return (order == null ? held : Stream.concat(held, order.heldBack())).toList();
    }

    /** A database that was dropped or lost tells nobody; whoever has nothing to write must look. */
    private void look() {
        var now = System.nanoTime();
        if (now - lookedAt > IDLE_LOOK_NANOS) {
            lookedAt = now;
            positions.requireStored();
        }
    }

    /** True if all that was there at the last look is written. */
    boolean isCurrent() {
        return current;
    }

    /** When the newest folded fact was recorded. */
    @Nullable
    Instant newest() {
        return newest;
    }

    /** Entities that wait. */
    int waiting() {
        return waiting;
    }

    boolean isPast(Feed other) {
        return source.isPast(other.source);
    }

    /** The source belongs to one thread; others see what was last measured. */
    private void measure() {
        var now = System.nanoTime();
        if (measuredAt == 0 || now - measuredAt > MEASURE_NANOS) {
            measuredAt = now;
            progress = source.progress();
        }
    }

    FactSource.Progress progress() {
        return progress;
    }

    /** Removes what operators see of this generation. */
    void forgetParked() {
        parking.clear();
    }

    @Override
    public void close() {
        source.close();
    }
}
