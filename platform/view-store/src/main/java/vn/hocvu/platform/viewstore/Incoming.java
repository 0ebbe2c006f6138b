package vn.hocvu.platform.viewstore;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.Fact;

/**
 * What a source delivers: a fact, or its place in a history when nobody here reads it or nobody can.
 *
 * @param origin     source service and aggregate; facts of one origin are folded in order of their sequence
 * @param sequence   place in the origin's history, -1 if that is unreadable too
 * @param fact       absent if the service does not read the type, or cannot
 * @param unreadable why it cannot be read, absent if it can
 * @param content    what a person needs to see when it cannot be folded
 */
record Incoming(
        String origin,
        long sequence,
        @Nullable Fact<?> fact,
        @Nullable String unreadable,
        Place place,
        Supplier<Shown> content) {

    /** What the operations page shows. */
    record Shown(String key, String eventId, String type, String source, String headers, String payload) {}

    static String origin(String source, String aggregateId) {
        return source + "/" + aggregateId;
    }
}
