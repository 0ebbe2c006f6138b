package vn.hocvu.platform.webkit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import vn.hocvu.platform.eventstore.Ids;

/** Gives each order its id: the same person, address and Idempotency-Key give the same id for ever. */
public final class CommandIds {
    /** Header by which a caller may repeat a request without repeating its effect. */
    public static final String HEADER = "Idempotency-Key";
    /** Form field that does for pages what the header does for callers. */
    public static final String FIELD = "_key";

    private static final int LONGEST_KEY = 200;

    private final Ids ids;
    private final CurrentActor actor;

    public CommandIds(Ids ids, CurrentActor actor) {
        this.ids = ids;
        this.actor = actor;
    }

    /** Derived from the key of the request, or fresh if it carries none. */
    public String from(HttpServletRequest request) {
        var key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            key = request.getParameter(FIELD);
        }
        if (key == null || key.isBlank()) {
            return ids.next();
        }
        if (key.length() > LONGEST_KEY) {
            throw InvalidInput.of(HEADER, "error.tooLong", LONGEST_KEY);
        }
        var scope = actor.get().userId() + '\n' + request.getMethod() + ' ' + request.getRequestURI() + '\n' + key;
        return UuidCreator.getNameBasedSha1(scope).toString();
    }
}
