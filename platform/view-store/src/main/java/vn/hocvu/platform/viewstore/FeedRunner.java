package vn.hocvu.platform.viewstore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the rows of one feed up to date while this replica holds the lease, and builds a new generation beside the
 * serving one when the views have changed, when somebody asks, or when the topics are not the ones that were folded.
 */
final class FeedRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRunner.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final List<View<?, ?>> views;
    private final Generations generations;
    private final Lease lease;
    private final IntFunction<Feed> feeds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();

    private volatile boolean running;
    private volatile boolean leading;
    private volatile boolean rebuildAsked;
    private volatile boolean built;
    private volatile Generations.@Nullable State state;
    private volatile long stateReadAt;
    private volatile long idleAt = System.nanoTime();
    private volatile @Nullable Feed serving;
    private volatile @Nullable Feed building;
    private @Nullable Thread thread;
    private @Nullable Thread builder;

    FeedRunner(
            String name,
            List<View<?, ?>> views,
            Generations generations,
            Lease lease,
            IntFunction<Feed> feeds,
            MeterRegistry meters) {
        this.name = name;
        this.views = views;
        this.generations = generations;
        this.lease = lease;
        this.feeds = feeds;
        TimeGauge.builder("hocvu.view.lag", this, TimeUnit.SECONDS, FeedRunner::lagSeconds)
                .description("How long the views have had facts before them that are not folded")
                .tag("view", name)
                .register(meters);
        Gauge.builder("hocvu.view.generation", this, runner -> runner.servingGeneration())
                .description("Generation of rows that serves")
                .tag("view", name)
                .register(meters);
        Gauge.builder("hocvu.parked.keys", this, FeedRunner::waiting)
                .description("Aggregates whose rows wait for a missing or broken fact")
                .tag("consumer", "views-" + name)
                .register(meters);
    }

    String name() {
        return name;
    }

    List<View<?, ?>> views() {
        return views;
    }

    boolean leading() {
        return leading;
    }

    double lagSeconds() {
        return leading ? Math.max(0, (System.nanoTime() - idleAt) / 1e9 - 1) : 0;
    }

    int waiting() {
        return serving instanceof TopicsFeed topics ? topics.waiting() : 0;
    }

    @Nullable
    Feed feed() {
        return serving;
    }

    @Nullable
    Feed newest() {
        Feed newer = building;
        return newer == null ? serving : newer;
    }

    /** The generation that pages read; a replica that does not fold looks it up once a second. */
    int servingGeneration() {
        Generations.State known = known();
        return known == null ? 1 : known.serving();
    }

    int buildingGeneration() {
        Generations.State known = known();
        return known == null ? 0 : known.building();
    }

    private Generations.@Nullable State known() {
        if (!leading && System.nanoTime() - stateReadAt > PAUSE.toNanos()) {
            state = generations.read();
            stateReadAt = System.nanoTime();
        }
        return state;
    }

    void rebuild() {
        rebuildAsked = true;
    }

    @Override
    public void start() {
        running = true;
        if (!views.isEmpty()) {
            thread = Thread.ofPlatform().name("views-" + name).start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        lock.lock();
        try {
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
        join(thread);
    }

    private static void join(@Nullable Thread worker) {
        if (worker != null) {
            try {
                worker.join(Duration.ofSeconds(15));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                if (lease.hold()) {
                    lead();
                } else {
                    pause();
                }
            } catch (LeaseLost lost) {
                LOG.atInfo().addKeyValue("feed", name).log("Another replica folds these views now");
                pause();
            } catch (InvalidOffsetException foreign) {
                LOG.atWarn()
                        .addKeyValue("feed", name)
                        .log("The topics are not the ones that were folded: all rows are built anew");
                rebuildAsked = true;
            } catch (RuntimeException failure) {
                LOG.atWarn()
                        .addKeyValue("feed", name)
                        .setCause(failure)
                        .log("Views pause and begin again where they stood");
                pause();
            } finally {
                letGo();
            }
        }
    }

    private void letGo() {
        leading = false;
        built = false;
        Thread worker = builder;
        builder = null;
        join(worker);
        close(serving);
        close(building);
        serving = null;
        building = null;
        if (!running) {
            try {
                lease.release();
            } catch (RuntimeException away) {
                LOG.debug("The lease ends by itself", away);
            }
        }
    }

    private static void close(@Nullable Feed feed) {
        if (feed != null) {
            feed.close();
        }
    }

    private void lead() {
        Generations.State now = begin();
        state = now;
        leading = true;
        generations.removeRetired(views);
        if (now.servingForm().equals(Generations.form(views)) && !rebuildAsked) {
            serving = feeds.apply(now.serving());
        }
        while (running && leading && lease.hold()) {
            if (rebuildAsked || (now.building() > 0 && builder == null)) {
                now = build(now);
            }
            Feed current = serving;
            if (current == null) {
                pause();
            } else if (current.turn() == 0) {
                idleAt = System.nanoTime();
            }
            if (built) {
                now = switchTo(now);
            }
        }
    }

    private Generations.State begin() {
        String form = Generations.form(views);
        Generations.State stored = generations.read();
        Generations.State now;
        if (stored == null) {
            now = new Generations.State(1, form, 0, "");
        } else if (stored.servingForm().equals(form)) {
            now = stored;
        } else if (stored.building() > 0 && form.equals(stored.buildingForm())) {
            now = stored;
        } else {
            now = new Generations.State(
                    stored.serving(), stored.servingForm(), Math.max(stored.serving(), stored.building()) + 1, form);
        }
        if (!now.equals(stored)) {
            generations.store(now);
        }
        return now;
    }

    private Generations.State build(Generations.State now) {
        rebuildAsked = false;
        Generations.State next = now.building() > 0
                ? now
                : new Generations.State(now.serving(), now.servingForm(), now.serving() + 1, Generations.form(views));
        generations.store(next);
        state = next;
        if (builder == null) {
            LOG.atInfo()
                    .addKeyValue("feed", name)
                    .addKeyValue("generation", next.building())
                    .log("Rebuild starts");
            Feed feed = feeds.apply(next.building());
            building = feed;
            builder = Thread.ofPlatform().name("views-" + name + "-rebuild").start(() -> buildWith(feed));
        }
        return next;
    }

    private void buildWith(Feed feed) {
        try {
            while (running && leading) {
                if (feed.turn() == 0 && feed.caughtUp()) {
                    built = true;
                    return;
                }
            }
        } catch (RuntimeException failure) {
            LOG.atWarn().addKeyValue("feed", name).setCause(failure).log("Rebuild stopped; it goes on where it stood");
            leading = false;
        }
    }

    private Generations.State switchTo(Generations.State now) {
        join(builder);
        Generations.State next = new Generations.State(now.building(), now.buildingForm(), 0, "");
        generations.store(next);
        state = next;
        generations.retire(now.serving());
        close(serving);
        serving = building;
        building = null;
        builder = null;
        built = false;
        LOG.atInfo()
                .addKeyValue("feed", name)
                .addKeyValue("generation", next.serving())
                .log("Rebuilt rows serve");
        return next;
    }

    private void pause() {
        lock.lock();
        try {
            long left = PAUSE.toNanos();
            while (running && !built && left > 0) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
