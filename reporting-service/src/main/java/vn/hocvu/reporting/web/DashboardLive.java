package vn.hocvu.reporting.web;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import vn.hocvu.platform.viewstore.ViewsAdvanced;
import vn.hocvu.platform.webkit.live.SseHub;
import vn.hocvu.reporting.publishedfigure.Dimensions;
import vn.hocvu.reporting.views.figures.YearBook;

/**
 * Keeps open dashboards current: whenever rows have changed, each question that somebody looks at is answered again, at
 * once and then at most a few times a second. Everybody with the same question and sight hears the same.
 */
@Component
class DashboardLive implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardLive.class);
    private static final long PAUSE_MILLIS = 200;
    private static final int QUESTIONS = 64;

    private final SseHub hub;
    private final Dashboards dashboards;
    private final Questions questions;
    private final YearBook yearBook;
    private final Sight sight;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("dashboard-live").daemon(true).factory());
    private volatile long last;

    DashboardLive(SseHub hub, Dashboards dashboards, Questions questions, YearBook yearBook, Sight sight) {
        this.hub = hub;
        this.dashboards = dashboards;
        this.questions = questions;
        this.yearBook = yearBook;
        this.sight = sight;
    }

    /** One question with the sight and the language of those who ask it. */
    private record Watched(
            FigureQuery query,
            java.util.function.Predicate<Dimensions> visible,
            Locale locale,
            @Nullable Object said) {
        Watched saying(Object now) {
            return new Watched(query, visible, locale, now);
        }
    }

    SseEmitter open(FigureQuery query) {
        var locale = LocaleContextHolder.getLocale();
        var channel = query.at("/dashboard") + "|" + sight.word() + "|" + locale.getLanguage();
        if (watched.size() >= QUESTIONS && !watched.containsKey(channel)) {
            watched.clear();
        }
        watched.putIfAbsent(channel, new Watched(query, sight.visible(), locale, null));
        return hub.open(channel, "state", () -> dashboards.of(query).live());
    }

    @EventListener
    void on(ViewsAdvanced advanced) {
        if (hub.viewers() > 0 && due.compareAndSet(false, true)) {
            long wait = Math.max(0, last + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS) - System.nanoTime());
            var unused = worker.schedule(this::tell, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void tell() {
        due.set(false);
        last = System.nanoTime();
        watched.forEach((channel, one) -> {
            try {
                answer(channel, one);
            } catch (RuntimeException failure) {
                LOG.atWarn().setCause(failure).log("Open dashboards could not be told; the next change tries again");
            }
        });
    }

    private void answer(String channel, Watched one) {
        LocaleContextHolder.setLocale(one.locale());
        try {
            var asOf = one.query().asOf(questions.today(), questions.now());
            var state = dashboards
                    .of(one.query(), yearBook.figures(asOf, one.visible()))
                    .live();
            var values = java.util.List.of(state.getOrDefault("values", ""), state.getOrDefault("charts", ""));
            if (!values.equals(one.said())) {
                watched.put(channel, one.saying(values));
                hub.publishLatest(channel, "change", "figures", state);
            }
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Override
    public void destroy() {
        var unused = worker.shutdownNow();
    }
}
