package vn.hocvu.platform.webkit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.hocvu.platform.eventstore.Ids;
import vn.hocvu.platform.eventstore.Order;

/** Turns the current request into the envelope of an order: who, under which key, on which version. */
public final class Requests {
    /** Form field with the version of what the form showed. */
    public static final String VERSION_FIELD = "_version";

    private static final String CORRELATION_HEADER = "X-Correlation-Id";

    private final CurrentActor actor;
    private final CommandIds commandIds;
    private final Ids ids;

    public Requests(CurrentActor actor, CommandIds commandIds, Ids ids) {
        this.actor = actor;
        this.commandIds = commandIds;
        this.ids = ids;
    }

    /** The command as ordered by the person signed in, with the key and version of this request. */
    public Order order(Object command) {
        return order(command, "");
    }

    /**
     * One of several orders that a single request gives.
     *
     * @param part tells the orders of the request apart, for example the row number; the same part of the same
     *             request has the same command id
     */
    public Order order(Object command, String part) {
        var request = current();
        var id = commandIds.from(request);
        return new Order(
                command,
                actor.get(),
                part.isEmpty() ? id : id + '#' + part,
                version(request),
                correlation(request),
                null);
    }

    /** The values typed into the current form. */
    public Fields fields() {
        return new Fields(current());
    }

    /** Version of the aggregate as an ETag. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    private static @Nullable Long version(HttpServletRequest request) {
        var text = request.getHeader("If-Match");
        if (text == null || text.isBlank()) {
            text = request.getParameter(VERSION_FIELD);
        }
        if (text == null || text.isBlank() || text.strip().equals("*")) {
            return null;
        }
        var digits = text.strip();
        if (digits.startsWith("W/")) {
            digits = digits.substring(2);
        }
        if (digits.length() > 2 && digits.startsWith("\"") && digits.endsWith("\"")) {
            digits = digits.substring(1, digits.length() - 1);
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw InvalidInput.of("If-Match", "error.version");
        }
    }

    private String correlation(HttpServletRequest request) {
        var given = request.getHeader(CORRELATION_HEADER);
        return given != null && given.matches("[A-Za-z0-9._-]{1,64}") ? given : ids.next();
    }

    private static HttpServletRequest current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return attributes.getRequest();
        }
        throw new IllegalStateException("there is no current request; policies and jobs build their own orders");
    }
}
