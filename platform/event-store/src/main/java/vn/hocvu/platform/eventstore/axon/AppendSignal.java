package vn.hocvu.platform.eventstore.axon;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Wakes the readers of the store: at once when this process appended, regularly for what others appended. */
final class AppendSignal implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AppendSignal.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Duration interval;
    private @Nullable ScheduledExecutorService clock;

    AppendSignal(Duration interval) {
        this.interval = interval;
    }

    AutoCloseable register(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void fire() {
        listeners.forEach(AppendSignal::wake);
    }

    private static void wake(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            // One reader that cannot be woken now is woken by the next poll, and must not keep the others asleep.
            log.atDebug().setCause(e).log("A reader could not be woken");
        }
    }

    @Override
    public synchronized void start() {
        var timer = Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("append-signal"));
        var millis = interval.toMillis();
        var unused = timer.scheduleWithFixedDelay(this::fire, millis, millis, TimeUnit.MILLISECONDS);
        clock = timer;
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
