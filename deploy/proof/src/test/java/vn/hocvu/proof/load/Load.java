package vn.hocvu.proof.load;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import vn.hocvu.proof.history.History;

/** Clients at work until they are told to stop: each draws what it does from the seed and writes down what it was told. */
public final class Load implements AutoCloseable {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicLong people = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final CopyOnWriteArrayList<Throwable> mistakes = new CopyOnWriteArrayList<>();

    private Load() {}

    /**
     * Sends the clients to work.
     *
     * @param intakes  classes that recruit
     * @param programs processes of enrollment-service to ask in turn
     */
    public static Load begin(
            Api api,
            Groundwork ground,
            History history,
            Clock clock,
            long seed,
            int clients,
            List<String> intakes,
            List<String> programs) {
        var load = new Load();
        for (var i = 0; i < clients; i++) {
            var client = new Client(api, ground, history, clock, seed, i, intakes, programs, load.people, load.stopped);
            load.threads.add(Thread.ofPlatform().name("client-" + i).start(() -> load.run(client)));
        }
        return load;
    }

    private void run(Client client) {
        try {
            client.work();
        } catch (RuntimeException | Error mistake) {
            mistakes.add(mistake);
        }
    }

    /** Tells the clients to stop, waits for them, and fails if one could not work as it should. */
    public void end() {
        close();
        requireAtWork();
    }

    /** Fails if a client could not work as it should: nothing would come from it any more. */
    public void requireAtWork() {
        if (!mistakes.isEmpty()) throw new AssertionError("a client could not work", mistakes.getFirst());
    }

    @Override
    public void close() {
        stopped.set(true);
        for (var thread : threads) {
            try {
                if (!thread.join(Duration.ofSeconds(60))) thread.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
