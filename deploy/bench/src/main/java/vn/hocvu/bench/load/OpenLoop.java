package vn.hocvu.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import vn.hocvu.bench.measure.Samples;

/**
 * Requests at a fixed rate, whether or not the earlier ones were answered; a time counts from the moment the request was
 * due, so that a stall is not hidden by clients that wait.
 */
public final class OpenLoop {
    private final ClosedLoop.Request request;
    private final CountDownLatch open;
    private final List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private OpenLoop(ClosedLoop.Request request, int count) {
        this.request = request;
        this.open = new CountDownLatch(count);
    }

    /**
     * Sends {@code count} requests, one every {@code 1 / perSecond} seconds.
     *
     * @return milliseconds from due to answered
     * @throws IllegalStateException if one failed or was never answered
     */
    public static Samples run(double perSecond, int count, int workers, ClosedLoop.Request request) {
        var loop = new OpenLoop(request, count);
        try {
            loop.run(perSecond, count, workers);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while under load", interrupted);
        }
        if (loop.failure.get() != null) {
            throw new IllegalStateException("a request failed", loop.failure.get());
        }
        return new Samples(loop.milliseconds);
    }

    private void run(double perSecond, int count, int workers) throws InterruptedException {
        long start = System.nanoTime();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var pool = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < count; i++) {
                int number = i;
                long due = start + (long) (i * 1e9 / perSecond);
                Future<?> unused = clock.schedule( // its outcome is counted by the latch
                        () -> pool.execute(() -> answer(number, due)),
                        Math.max(0, due - System.nanoTime()),
                        TimeUnit.NANOSECONDS);
            }
            Duration limit = Duration.ofSeconds(60 + (long) (count / perSecond));
            if (!open.await(limit.toSeconds(), TimeUnit.SECONDS)) {
                clock.shutdownNow();
                pool.shutdownNow();
                throw new IllegalStateException(
                        open.getCount() + " of " + count + " requests unanswered after " + limit);
            }
        }
    }

    private void answer(int number, long due) {
        try {
            if (request.send(number)) {
                milliseconds.add((System.nanoTime() - due) / 1e6);
            }
        } catch (Exception failed) {
            failure.compareAndSet(null, failed);
        } finally {
            open.countDown();
        }
    }
}
