package vn.hocvu.platform.webkit.pages;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a reference that its log lines, its answer and its error page carry. */
final class Trace extends OncePerRequestFilter {
    private static final String ATTRIBUTE = "vn.hocvu.trace";
    private static final String KEY = "traceId";
    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var parent = request.getHeader("traceparent");
        var matcher = PARENT.matcher(parent == null ? "" : parent);
        var id = matcher.matches()
                ? matcher.group(1)
                : UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = of(request);
        response.setHeader("X-Trace-Id", id);
        MDC.put(KEY, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }
}
