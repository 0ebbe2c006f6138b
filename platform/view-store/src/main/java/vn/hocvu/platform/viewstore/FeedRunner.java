package vn.hocvu.platform.viewstore;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the rows of one feed up to date while this replica holds the lease, and builds a new generation beside the
 * serving one when the views have changed or somebody asks.
 */
final class FeedRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRunner.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_FIRST_TURN = Duration.ofSeconds(10);
    private static final long HOUSE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(10);

    private final String name;
    private final List<View<?, ?>> views;
    private final Generations generations;
    private final Lease lease;
    private final Opening opening;
    private final Feed.Listener listener;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();

    private final CountDownLatch firstTurn = new CountDownLatch(1);

    private volatile boolean running;
    private volatile boolean leading;
    private volatile boolean standby;
    private volatile boolean rebuildAsked;
    private volatile boolean built;
    private volatile Generations.@Nullable State state;
    private volatile long stateReadAt;
    private volatile long goodAt = System.nanoTime();
    private volatile @Nullable Feed serving;
    private volatile @Nullable Feed building;
    private long keptHouseAt;
    private @Nullable Thread thread;
    private @Nullable Thread builder;

    FeedRunner(
            String name,
            List<View<?, ?>> views,
            Generations generations,
            Lease lease,
            Opening opening,
            Feed.Listener listener,
            Clock clock) {
        this.name = name;
        this.views = views;
        this.generations = generations;
        this.lease = lease;
        this.opening = opening;
        this.listener = listener;
        this.clock = clock;
    }

    /** Opens the feed into one generation where it stood. */
    interface Opening {
        Feed of(int generation);
    }

    String name() {
        return name;
    }

    List<View<?, ?>> views() {
        return views;
    }

    /** Age of the oldest fact that is not in the rows, as far as this replica is the one to know. */
    double lagSeconds() {
        if (!running || standby) {
            return 0;
        }
        var feed = serving;
        if (feed == null) {
            return (System.nanoTime() - goodAt) / 1e9;
        }
        var newest = feed.newest();
        return feed.isCurrent() || newest == null
                ? 0
                : Math.max(0, Duration.between(newest, clock.instant()).toMillis() / 1000.0);
    }

    /** Entities whose rows wait for a missing or broken fact. */
    int waiting() {
        var feed = serving;
        return feed == null ? 0 : feed.waiting();
    }

    FactSource.Progress progress() {
        var newer = building;
        var feed = newer == null ? serving : newer;
        return feed == null ? new FactSource.Progress(0, 0) : feed.progress();
    }

    /** The generation that pages read; a replica that does not fold looks it up once a second. */
    int servingGeneration() {
        var known = known();
        return known == null ? 1 : known.serving();
    }

    /**
     * The generation that pages read, if its rows may be read.
     *
     * @throws RowsNotWhole while the first rows of all are folded, also after the view server has lost everything
     */
    int readableGeneration() {
        var known = known();
        if (known == null || !known.whole()) {
            throw new RowsNotWhole(name);
        }
        return known.serving();
    }

    /** What was last known, without asking. */
    int knownGeneration() {
        var known = state;
        return known == null ? 0 : known.serving();
    }

    /** 0 if none is being built. */
    int buildingGeneration() {
        var known = known();
        return known == null ? 0 : known.building();
    }

    private Generations.@Nullable State known() {
        if (!leading && System.nanoTime() - stateReadAt > PAUSE.toNanos()) {
            state = generations.read();
            stateReadAt = System.nanoTime();
        }
        return state;
    }

    /** Asks whoever holds the lease for a new generation. */
    void rebuild() {
        generations.ask();
        rebuildAsked = leading;
        wake();
    }

    @Override
    public void start() {
        running = true;
        if (!views.isEmpty()) {
            thread = Thread.ofPlatform().name("views-" + name).start(this::run);
            awaitFirstTurn();
        }
    }

    /** Rows that are folded for the first time are readable when the pages open, if nothing stands in their way. */
    private void awaitFirstTurn() {
        try {
            if (!firstTurn.await(LONGEST_FIRST_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atInfo().addKeyValue("feed", name).log("Pages open before the rows have caught up");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        wake();
        join(thread);
    }

    private void wake() {
        lock.lock();
        try {
            woken.signalAll();
        } finally {
            lock.unlock();
        }
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

    @SuppressWarnings("CatchAndPrintStackTrace") // a feed that died without a word would leave rows standing still
    private void run() {
        while (running) {
            try {
                standby = !lease.hold();
                if (standby) {
                    firstTurn.countDown();
                    pause();
                } else {
                    lead();
                }
            } catch (LeaseLost lost) {
                LOG.atInfo().addKeyValue("feed", name).log("Another replica folds these views now");
                letGo();
                pause();
            } catch (ViewsLost lost) {
                LOG.atWarn().addKeyValue("feed", name).setCause(lost).log("The views were lost; they are folded anew");
            } catch (RuntimeException | Error failure) {
                LOG.atWarn()
                        .addKeyValue("feed", name)
                        .setCause(failure)
                        .log("Views pause and begin again where they stood");
                letGo();
                pause();
            } finally {
                firstTurn.countDown();
                letGo();
            }
        }
        release();
    }

    private void release() {
        try {
            lease.release();
        } catch (RuntimeException away) {
            LOG.debug("The lease ends by itself", away);
        }
    }

    private void letGo() {
        leading = false;
        built = false;
        var worker = builder;
        builder = null;
        join(worker);
        close(serving);
        close(building);
        serving = null;
        building = null;
    }

    private static void close(@Nullable Feed feed) {
        if (feed != null) {
            try {
                feed.close();
            } catch (RuntimeException away) {
                LOG.debug("A reader did not close cleanly", away);
            }
        }
    }

    private void lead() {
        var now = generations.begin(Generations.form(views));
        state = now;
        leading = true;
        keptHouseAt = 0;
        if (now.whole()) {
            firstTurn.countDown();
        }
        if (now.servingForm().equals(Generations.form(views))) {
            var feed = opening.of(now.serving());
            feed.serve(listener);
            serving = feed;
        }
        while (running && leading && lease.hold()) {
            keepHouse();
            if (rebuildAsked || (now.building() > 0 && builder == null && !built)) {
                now = build(now);
            }
            var feed = serving;
            if (feed == null) {
                pause();
            } else {
                feed.turn();
                goodAt = System.nanoTime();
                if (!now.whole() && feed.isCurrent()) {
                    now = generations.whole(now);
                    state = now;
                    firstTurn.countDown();
                }
            }
            if (built) {
                now = switchTo(now);
            }
        }
    }

    /** Another replica may have been asked for a rebuild, and old rows have their day. */
    private void keepHouse() {
        var now = System.nanoTime();
        if (keptHouseAt == 0 || now - keptHouseAt > HOUSE_NANOS) {
            keptHouseAt = now;
            rebuildAsked |= generations.asked();
            generations.removeRetired(views);
        }
    }

    private Generations.State build(Generations.State now) {
        rebuildAsked = false;
        var next = now.building() > 0 ? now : generations.next(now, Generations.form(views));
        generations.answered();
        state = next;
        if (builder == null) {
            LOG.atInfo()
                    .addKeyValue("feed", name)
                    .addKeyValue("generation", next.building())
                    .log("Rebuild begins or goes on");
            var feed = opening.of(next.building());
            building = feed;
            builder = Thread.ofPlatform().name("views-" + name + "-rebuild").start(() -> buildWith(feed));
        }
        return next;
    }

    private void buildWith(Feed feed) {
        try {
            while (running && leading) {
                feed.turn();
                if (feed.isCurrent() && !waitsMore(feed)) {
                    built = true;
                    wake();
                    return;
                }
            }
        } catch (RuntimeException | Error failure) {
            LOG.atWarn().addKeyValue("feed", name).setCause(failure).log("Rebuild stopped; it goes on where it stood");
            leading = false;
        }
    }

    /** New rows must not hide more than old ones. */
    private boolean waitsMore(Feed newer) {
        var older = serving;
        return older != null && newer.waiting() > older.waiting();
    }

    private Generations.State switchTo(Generations.State now) {
        join(builder);
        builder = null;
        built = false;
        var newer = building;
        var older = serving;
        if (newer == null || !bringLevel(newer, older)) {
            return now;
        }
        var next = generations.switchTo(now);
        state = next;
        newer.serve(listener);
        serving = newer;
        building = null;
        if (older != null) {
            older.forgetParked();
        }
        close(older);
        listener.written(allViews(), Map.of(), Map.of());
        LOG.atInfo()
                .addKeyValue("feed", name)
                .addKeyValue("generation", next.serving())
                .log("Rebuilt rows serve");
        return next;
    }

    /** The old rows stand still meanwhile, so that no page ever sees a row go back. */
    private boolean bringLevel(Feed newer, @Nullable Feed older) {
        var deadline = System.nanoTime() + LONGEST_STANDSTILL.toNanos();
        while (older != null && !(newer.isPast(older) && newer.isCurrent())) {
            if (!running || System.nanoTime() > deadline || !lease.hold()) {
                close(newer);
                building = null;
                return false;
            }
            newer.turn();
        }
        return true;
    }

    private Map<String, Set<String>> allViews() {
        return views.stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(view -> view.name(), view -> Set.of()));
    }

    private void pause() {
        lock.lock();
        try {
            var left = PAUSE.toNanos();
            while (running && !built && left > 0) {
                left = woken.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }
}
