package vn.hocvu.reporting.policies;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.viewstore.ViewsAdvanced;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand;
import vn.hocvu.reporting.views.figures.AsOf;
import vn.hocvu.reporting.views.figures.YearBook;
import vn.hocvu.reporting.views.figures.ledger.LedgerView;
import vn.hocvu.reporting.views.figures.planbook.PlanBookView;
import vn.hocvu.reporting.views.published.PublishedFigures;
import vn.hocvu.reporting.views.published.PublishedFiguresView;

/**
 * W21: when a figure is published or a derived figure changes, both are compared and the discrepancy is opened, updated or
 * resolved. Nothing is compared before everything said so far is folded, so that a half-built ledger opens no gap.
 */
public final class WhenFiguresChangeCompareWithPublished implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WhenFiguresChangeCompareWithPublished.class);
    private static final Set<String> VIEWS = Set.of(LedgerView.NAME, PlanBookView.NAME, PublishedFiguresView.NAME);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Many changes in a row are compared once. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final YearBook yearBook;
    private final PublishedFigures published;
    private final Views views;
    private final Commands commands;
    private final Clock clock;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService worker;
    private volatile long last = System.nanoTime() - PAUSE.toNanos();

    public WhenFiguresChangeCompareWithPublished(
            YearBook yearBook, PublishedFigures published, Views views, Commands commands, Clock clock) {
        this.yearBook = yearBook;
        this.published = published;
        this.views = views;
        this.commands = commands;
        this.clock = clock;
    }

    @EventListener
    void on(ViewsAdvanced advanced) {
        if (advanced.viewNames().stream().anyMatch(VIEWS::contains)) {
            again();
        }
    }

    private void again() {
        var running = worker;
        if (running != null && due.compareAndSet(false, true)) {
            long wait = Math.max(0, last + PAUSE.toNanos() - System.nanoTime());
            var unused = running.schedule(this::turn, wait, TimeUnit.NANOSECONDS);
        }
    }

    /** One comparison of everything; whatever fails is tried again with the next change. */
    private void turn() {
        due.set(false);
        last = System.nanoTime();
        try {
            if (published.all().isEmpty()) {
                return;
            }
            if (views.awaitTopics(PATIENCE)) {
                compareAll();
            } else {
                again();
            }
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .setCause(failure)
                    .log("Published and derived figures could not be compared; the next change tries again");
        }
    }

    /** Compares every published figure now. */
    public void compareAll() {
        var all = published.all();
        var now = clock.instant();
        var comparison = new Comparison(
                all,
                yearBook.figures(new AsOf(LocalDate.ofInstant(now, ZONE), now)),
                published.entries(),
                LocalDate.ofInstant(now, ZONE));
        for (var row : all) {
            comparison.of(row).ifPresent(this::send);
        }
    }

    private void send(DiscrepancyCommand order) {
        var name = WhenFiguresChangeCompareWithPublished.class.getSimpleName();
        commands.send(Order.of(order, Actor.policy(name)).withCommandId(id(name, order)));
    }

    /** The same comparison on the same state of the entry is the same order. */
    private String id(String name, DiscrepancyCommand order) {
        long version = published
                .entry(order.discrepancyId())
                .map(entry -> entry.version())
                .orElse(-1L);
        return UUID.nameUUIDFromBytes((name + "/" + version + "/" + order).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void start() {
        worker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("compare-figures").daemon(true).factory());
        again();
    }

    @Override
    public void stop() {
        var running = worker;
        worker = null;
        if (running != null) {
            var unused = running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
