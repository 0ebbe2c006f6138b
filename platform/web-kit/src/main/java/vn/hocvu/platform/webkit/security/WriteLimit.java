package vn.hocvu.platform.webkit.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.TooMany;

/** Lets each person change things at most so many times a minute on this replica. */
final class WriteLimit implements HandlerInterceptor {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int REMEMBERED = 10_000;

    private final CurrentActor actor;
    private final int perMinute;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    WriteLimit(CurrentActor actor, int perMinute, Clock clock) {
        this.actor = actor;
        this.perMinute = perMinute;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (READS.contains(request.getMethod()) || !actor.signedIn()) {
            return true;
        }
        var now = clock.millis();
        var minute = now / 60_000;
        boolean over;
        synchronized (windows) {
            var window = windows.computeIfAbsent(actor.get().userId(), user -> new Window());
            if (window.minute != minute) {
                window.minute = minute;
                window.count = 0;
            }
            over = ++window.count > perMinute;
        }
        if (over) {
            throw new TooMany("writes", Duration.ofMillis((minute + 1) * 60_000 - now));
        }
        return true;
    }

    private static final class Window {
        private long minute;
        private int count;
    }
}
