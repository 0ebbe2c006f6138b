package vn.hocvu.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.hocvu.bench.measure.Samples;

/**
 * Requests at a fixed rate, whether or not the earlier ones were answered; a time counts from the moment the request was
 * due, so that a stall is not hidden by clients that wait.
 */
public final class OpenLoop {

    private OpenLoop() {}

    /**
     * Sends {@code count} requests, one every {@code 1 / perSecond} seconds.
     *
     * @return milliseconds from due to answered
     */
    public static Samples run(double perSecond, int count, int workers, ClosedLoop.Request request) {
        List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>(count));
        CountDownLatch open = new CountDownLatch(count);
        long start = System.nanoTime();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var pool = Executors.newFixedThreadPool(workers)) {
            for (int i = 0; i < count; i++) {
                int number = i;
                long due = start + (long) (i * 1e9 / perSecond);
                Future<?> unused = clock.schedule( // its outcome is counted by the latch
                        () -> pool.execute(() -> answer(number, due, request, milliseconds, open)),
                        Math.max(0, due - System.nanoTime()),
                        TimeUnit.NANOSECONDS);
            }
            Duration limit = Duration.ofSeconds(60 + (long) (count / perSecond));
            if (!open.await(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        open.getCount() + " of " + count + " requests unanswered after " + limit);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while under load", interrupted);
        }
        return new Samples(milliseconds);
    }

    private static void answer(
            int number, long due, ClosedLoop.Request request, List<Double> milliseconds, CountDownLatch open) {
        try {
            if (request.send(number)) {
                milliseconds.add((System.nanoTime() - due) / 1e6);
            }
        } catch (Exception failed) {
            throw new IllegalStateException("request " + number + " failed", failed);
        } finally {
            open.countDown();
        }
    }
}
