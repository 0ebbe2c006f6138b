package vn.hocvu.platform.viewstore;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/** Where people wait until the views of this process have moved. */
final class Advance {

    private static final int REMEMBERED = 20_000;
    /** Another replica may be the one that folds: the stored position is looked at this often. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Map<TopicPartition, Long> offsets = Map.of();
    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Notes what has been written, and wakes whoever waits. */
    void to(Map<String, Long> sequences, Map<TopicPartition, Long> read) {
        lock.lock();
        try {
            last.putAll(sequences);
            if (!read.isEmpty()) {
                offsets = read;
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Next offsets of what is written. */
    Map<TopicPartition, Long> offsets() {
        return offsets;
    }

    boolean hasPassed(String aggregateId, long version) {
        lock.lock();
        try {
            return last.getOrDefault(aggregateId, -1L) >= version;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the condition holds; it is looked at after each move and every few milliseconds. */
    boolean await(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                long unused = moved.awaitNanos(Math.min(left, LOOK.toNanos()));
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
