package vn.hocvu.platform.webkit.bell;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.bell.Bell.Ring;
import vn.hocvu.platform.webkit.live.SseHub;

/**
 * Keeps the bells of open pages current: whenever something has changed, everybody who looks is counted for again, at
 * once and then every two seconds, and hears of it if the count is another one.
 */
final class LiveBells implements AutoCloseable {
    private static final String CHANNEL = "bell";
    private static final String EVENT = "ring";
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);
    /** Days pass, and another replica may be the one that hears of changes. */
    private static final long LOOK_SECONDS = 15;

    private final SseHub hub;
    private final Bell bell;
    /** However many bells there are, pages do not wait for them. */
    private final Semaphore counting = new Semaphore(2);

    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bells").daemon(true).factory());
    private volatile long last = System.nanoTime() - PAUSE;

    LiveBells(SseHub hub, Bell bell) {
        this.hub = hub;
        this.bell = bell;
        var unused = worker.scheduleWithFixedDelay(this::changed, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * The stream of one person's bell.
     *
     * @param signedIn false once the person's session is over, which ends the stream
     */
    SseEmitter open(Actor person, BooleanSupplier signedIn) {
        var locale = LocaleContextHolder.getLocale();
        var told = new AtomicReference<@Nullable Ring>();
        return hub.openAlone(CHANNEL, EVENT, () -> count(told, person, locale), (event, nothing) -> {
            if (!signedIn.getAsBoolean()) {
                throw new SseHub.Over();
            }
            var before = told.get();
            var now = count(told, person, locale);
            return now.equals(before) ? null : now;
        });
    }

    /** Tells open pages that something has changed, whatever it was. */
    void changed() {
        if (hub.viewers() > 0 && due.compareAndSet(false, true)) {
            var unused =
                    worker.schedule(this::tell, Math.max(0, last + PAUSE - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    private void tell() {
        due.set(false);
        last = System.nanoTime();
        hub.publishLatest(CHANNEL, EVENT, CHANNEL, "");
    }

    private Ring count(AtomicReference<@Nullable Ring> told, Actor person, Locale locale) {
        var before = LocaleContextHolder.getLocaleContext();
        counting.acquireUninterruptibly();
        LocaleContextHolder.setLocale(locale);
        try {
            var now = bell.ring(person);
            told.set(now);
            return now;
        } finally {
            LocaleContextHolder.setLocaleContext(before);
            counting.release();
        }
    }

    @Override
    public void close() {
        var unused = worker.shutdownNow();
    }
}
