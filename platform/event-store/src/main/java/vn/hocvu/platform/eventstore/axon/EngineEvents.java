package vn.hocvu.platform.eventstore.axon;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstore.StoredEvents;

/** Reads straight from the storage engine, a fetch at a time, woken by {@link AppendSignal}. */
final class EngineEvents implements StoredEvents {
    private final EventStorageEngine engine;
    private final AppendSignal signal;
    private final int fetchSize;

    EngineEvents(EventStorageEngine engine, AppendSignal signal, int fetchSize) {
        this.engine = engine;
        this.signal = signal;
        this.fetchSize = fetchSize;
    }

    @Override
    public AutoCloseable onAppend(Runnable callback) {
        return signal.register(callback);
    }

    @Override
    public long version(String aggregateId) {
        return engine.lastSequenceNumberFor(aggregateId).orElse(-1L);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Reader(token);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
        private final ArrayDeque<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition appended = lock.newCondition();
        private final AutoCloseable registration = signal.register(this::wake);
        private @Nullable TrackingToken lastFetched;
        private boolean mayHaveMore = true;
        private volatile @Nullable Runnable callback;

        Reader(@Nullable TrackingToken token) {
            this.lastFetched = token;
        }

        private void wake() {
            lock.lock();
            try {
                mayHaveMore = true;
                appended.signalAll();
            } finally {
                lock.unlock();
            }
            var listener = callback;
            if (listener != null) {
                listener.run();
            }
        }

        @Override
        public boolean setOnAvailableCallback(Runnable listener) {
            callback = listener;
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            fetchIfNeeded();
            return Optional.ofNullable(fetched.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            fetchIfNeeded();
            var nanos = unit.toNanos(timeout);
            while (fetched.isEmpty() && nanos > 0) {
                nanos = await(nanos);
                fetchIfNeeded();
            }
            return !fetched.isEmpty();
        }

        @SuppressWarnings("WaitNotInLoop") // the caller loops, fetching in between
        private long await(long nanos) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                return mayHaveMore ? nanos : appended.awaitNanos(nanos);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
                // woken without news
            }
            return fetched.remove();
        }

        private void fetchIfNeeded() {
            if (!fetched.isEmpty() || !claimNews()) {
                return;
            }
            try (var events = engine.readEvents(lastFetched, false)) {
                events.limit(fetchSize).forEach(event -> {
                    fetched.add(event);
                    lastFetched = event.trackingToken();
                });
            } catch (RuntimeException e) {
                announceNews();
                throw e;
            }
            if (!fetched.isEmpty()) {
                announceNews();
            }
        }

        private boolean claimNews() {
            lock.lock();
            try {
                var news = mayHaveMore;
                mayHaveMore = false;
                return news;
            } finally {
                lock.unlock();
            }
        }

        private void announceNews() {
            lock.lock();
            try {
                mayHaveMore = true;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            callback = null;
            try {
                registration.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
