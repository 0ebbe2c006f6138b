package vn.hocvu.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vn.hocvu.bench.measure.Samples;

/** A fixed number of clients, each sending its next request when the last was answered. */
public final class ClosedLoop {

    private ClosedLoop() {}

    /** One request; answers false if it was not accepted. */
    @FunctionalInterface
    public interface Request {
        boolean send(int number) throws Exception;
    }

    /**
     * What the clients saw.
     *
     * @param perSecond    accepted requests a second over the whole run
     * @param milliseconds time of each accepted request
     * @param refused      requests that were answered, but not accepted
     */
    public record Seen(double perSecond, Samples milliseconds, int refused) {}

    /** Sends requests 0 to {@code count - 1} from the given number of clients. */
    public static Seen run(int clients, int count, Request request) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Callable<List<Double>>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            work.add(() -> one(count, request, next, refused));
        }
        long start = System.nanoTime();
        List<Double> all = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            for (Future<List<Double>> done : pool.invokeAll(work)) {
                all.addAll(done.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while under load", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a client failed: " + failed.getCause(), failed);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Seen(all.size() / seconds, new Samples(all), refused.get());
    }

    private static List<Double> one(int count, Request request, AtomicInteger next, AtomicInteger refused)
            throws Exception {
        List<Double> milliseconds = new ArrayList<>();
        for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
            long sent = System.nanoTime();
            if (request.send(number)) {
                milliseconds.add((System.nanoTime() - sent) / 1e6);
            } else {
                refused.incrementAndGet();
            }
        }
        return milliseconds;
    }
}
