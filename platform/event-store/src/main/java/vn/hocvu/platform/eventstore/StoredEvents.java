package vn.hocvu.platform.eventstore;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The service's own events in the order of their positions, for readers such as the relay and the service's own views.
 * A reader is told at once of what this process appends, and soon of what other replicas append. No committed event
 * appears behind a reader that starts at the tail and stores the tokens it was given.
 */
public interface StoredEvents extends StreamableMessageSource<TrackedEventMessage<?>> {
    /** Calls back after every append of this process and at every poll; the call must return at once. */
    AutoCloseable onAppend(Runnable callback);

    /** Last sequence of an aggregate, -1 if it has no event. */
    long version(String aggregateId);
}
