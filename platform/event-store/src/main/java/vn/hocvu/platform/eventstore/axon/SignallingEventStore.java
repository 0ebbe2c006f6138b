package vn.hocvu.platform.eventstore.axon;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** The framework's event store, telling readers of every commit. */
final class SignallingEventStore extends EmbeddedEventStore {
    private final AppendSignal signal;

    private SignallingEventStore(Builder builder, AppendSignal signal) {
        super(builder);
        this.signal = signal;
    }

    static SignallingEventStore over(EventStorageEngine engine, EventStoreSettings settings, AppendSignal signal) {
        var builder = EmbeddedEventStore.builder()
                .storageEngine(engine)
                // Readers go through StoredEvents; the framework's own cache of events stays small.
                .cachedEvents(1_000)
                .fetchDelay(settings.pollInterval().toMillis());
        return new SignallingEventStore(builder, signal);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        signal.fire();
    }
}
