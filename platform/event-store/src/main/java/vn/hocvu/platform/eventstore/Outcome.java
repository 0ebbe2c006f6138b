package vn.hocvu.platform.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * What became of an order that was carried out.
 *
 * @param aggregateId the aggregate that decided, absent when nothing was stored and the command names none
 * @param version     last sequence of that aggregate afterwards, -1 if it has no event
 * @param repeated    true when the command id had been carried out before: this is the first outcome again
 * @param result      what the handler answered; after a repeat text, numbers, booleans, lists and maps only
 */
public record Outcome(
        String commandId,
        @Nullable String aggregateId,
        long version,
        boolean repeated,
        @Nullable Object result) {}
