package vn.hocvu.platform.eventstore.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Positions that the log has passed by and that may still appear: an event takes its position before it is committed. A
 * gap is given up only when no transaction that could fill it can still be running, by the database's own account.
 *
 * @param all in rising order
 */
record Gaps(List<Gap> all) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Positions from the first to the last.
     *
     * @param noticed when they were passed by, milliseconds of the database's clock
     * @param horizon every transaction that has taken one of them is older than this one; absent until that is sure
     */
    record Gap(
            long first, long last, long noticed, @Nullable Long horizon) {}

    Gaps {
        all = List.copyOf(all);
    }

    static Gaps read(String json) {
        return new Gaps(JSON.readValue(json, new TypeReference<List<Gap>>() {}));
    }

    String json() {
        return JSON.writeValueAsString(all);
    }

    /** Without those that have been found, and with those that were passed by on the way to the newest position. */
    Gaps after(long readBefore, NavigableSet<Long> found, long now) {
        var remaining = new ArrayList<Gap>();
        for (var gap : all) {
            split(gap, found.subSet(gap.first(), true, gap.last(), true), remaining);
        }
        var next = readBefore + 1;
        for (var position : found.tailSet(next, true)) {
            if (position > next) {
                remaining.add(new Gap(next, position - 1, now, null));
            }
            next = position + 1;
        }
        return new Gaps(remaining);
    }

    private static void split(Gap gap, NavigableSet<Long> found, List<Gap> into) {
        var next = gap.first();
        for (var position : found) {
            if (position > next) {
                into.add(new Gap(next, position - 1, gap.noticed(), gap.horizon()));
            }
            next = position + 1;
        }
        if (next <= gap.last()) {
            into.add(new Gap(next, gap.last(), gap.noticed(), gap.horizon()));
        }
    }

    /**
     * Without those that can no longer be filled. A transaction that has taken a position gets its number at once, or is
     * ended by the limit: after the limit the newest number is the horizon, and when the oldest transaction that still runs
     * has passed it, nothing can come.
     *
     * @param limit  milliseconds after which the database ends any transaction
     * @param oldest number of the oldest transaction that ran before the gaps were last looked at
     * @param newest number that the next transaction would have got then
     */
    Gaps given(long now, long limit, long oldest, long newest) {
        var remaining = new ArrayList<Gap>();
        for (var gap : all) {
            var horizon = gap.horizon();
            if (horizon == null && now - gap.noticed() > limit) {
                remaining.add(new Gap(gap.first(), gap.last(), gap.noticed(), newest));
            } else if (horizon == null || oldest < horizon) {
                remaining.add(gap);
            }
        }
        return new Gaps(remaining);
    }

    Long[] firsts() {
        return all.stream().map(Gap::first).toArray(Long[]::new);
    }

    Long[] lasts() {
        return all.stream().map(Gap::last).toArray(Long[]::new);
    }
}
