package vn.hocvu.platform.eventstore.axon;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.TimestampWriter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstore.StaleVersion;
import vn.hocvu.platform.eventstore.TooLarge;

/** Puts decided events into the store, and refuses what may not be kept. */
final class Appends {
    private final long largestEvent;
    private final int mostEvents;

    Appends(EventStoreSettings settings) {
        this.largestEvent = settings.largestEvent().toBytes();
        this.mostEvents = settings.mostEvents();
    }

    PreparedStatement statement(
            Connection connection,
            EventSchema schema,
            Class<?> dataType,
            List<? extends EventMessage<?>> events,
            Serializer serializer,
            TimestampWriter timestamps)
            throws SQLException {
        Decision.current().ifPresent(decision -> decision.appending(events, mostEvents));
        var sql = "INSERT INTO " + schema.domainEventTable() + " (" + schema.domainEventFields()
                + ") VALUES (?,?,?,?,?,?,?,?,?)";
        var statement = connection.prepareStatement(sql);
        for (var message : events) {
            if (!(message instanceof DomainEventMessage<?> event)) {
                throw new IllegalStateException("only aggregates write events, got " + message.getPayloadType());
            }
            var payload = event.serializePayload(serializer, String.class);
            requireSmall(payload.getData(), payload.getType().getName());
            statement.setString(1, event.getIdentifier());
            statement.setString(2, event.getAggregateIdentifier());
            statement.setLong(3, event.getSequenceNumber());
            statement.setString(4, event.getType());
            timestamps.writeTimestamp(statement, 5, event.getTimestamp());
            statement.setString(6, payload.getType().getName());
            statement.setString(7, payload.getType().getRevision());
            statement.setString(8, payload.getData());
            statement.setString(
                    9, event.serializeMetaData(serializer, String.class).getData());
            statement.addBatch();
        }
        return statement;
    }

    private void requireSmall(String payload, String name) {
        if (payload.length() > largestEvent / 4 && payload.getBytes(StandardCharsets.UTF_8).length > largestEvent) {
            throw new TooLarge(name + " would be larger than " + largestEvent / 1024 + " KiB");
        }
    }

    /** What one command has decided so far; lives as long as its transaction. */
    static final class Decision {
        private static final String KEY = Decision.class.getName();

        private final @Nullable Long expectedVersion;
        private @Nullable String aggregateId;
        private long version;
        private int events;
        private boolean appended;

        Decision(@Nullable String aggregateId, long version, @Nullable Long expectedVersion) {
            this.aggregateId = aggregateId;
            this.version = version;
            this.expectedVersion = expectedVersion;
        }

        static java.util.Optional<Decision> current() {
            return CurrentUnitOfWork.map(unit -> unit.root().<Decision>getResource(KEY));
        }

        void attach() {
            CurrentUnitOfWork.get().root().resources().put(KEY, this);
        }

        @Nullable
        String aggregateId() {
            return aggregateId;
        }

        long version() {
            return version;
        }

        private void appending(List<? extends EventMessage<?>> added, int most) {
            events += added.size();
            if (events > most) {
                throw new TooLarge("a command may decide at most " + most + " events");
            }
            for (var message : added) {
                if (message instanceof DomainEventMessage<?> event) {
                    appending(event);
                }
            }
        }

        private void appending(DomainEventMessage<?> event) {
            var id = event.getAggregateIdentifier();
            if (aggregateId != null && !aggregateId.equals(id)) {
                throw new IllegalStateException("one command, one aggregate: " + aggregateId + " and " + id);
            }
            if (expectedVersion != null && !appended && event.getSequenceNumber() != expectedVersion + 1) {
                throw new StaleVersion(id, expectedVersion, event.getSequenceNumber() - 1);
            }
            appended = true;
            aggregateId = id;
            version = event.getSequenceNumber();
        }
    }
}
