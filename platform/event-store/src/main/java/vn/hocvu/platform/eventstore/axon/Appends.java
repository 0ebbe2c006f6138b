package vn.hocvu.platform.eventstore.axon;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.TimestampWriter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.auditchain.EventForm;
import vn.hocvu.platform.eventstore.StaleVersion;
import vn.hocvu.platform.eventstore.TooLarge;

/** Puts decided events into the store, each with the hash that chains it to the one before, and refuses what may not be kept. */
final class Appends {
    private final long largestEvent;
    private final int mostEvents;
    private final boolean chained;

    Appends(EventStoreSettings settings, boolean chained) {
        this.largestEvent = settings.largestEvent().toBytes();
        this.mostEvents = settings.mostEvents();
        this.chained = chained;
    }

    PreparedStatement statement(
            Connection connection,
            EventSchema schema,
            Class<?> dataType,
            List<? extends EventMessage<?>> events,
            Serializer serializer,
            TimestampWriter timestamps)
            throws SQLException {
        var decision = Decision.current();
        decision.ifPresent(d -> d.appending(events, mostEvents));
        var chain = chained ? new Chain(connection, decision.map(Decision::lastKept)) : null;
        var statement = connection.prepareStatement(
                "INSERT INTO " + schema.domainEventTable() + " (" + schema.domainEventFields()
                        + (chained ? ", hash) VALUES (?,?,?,?,?,?,?,?,?,?)" : ") VALUES (?,?,?,?,?,?,?,?,?)"));
        for (var message : events) {
            if (!(message instanceof DomainEventMessage<?> event)) {
                throw new IllegalStateException("only aggregates write events, got " + message.getPayloadType());
            }
            var stored = stored(event, serializer);
            requireSmall(stored.payload(), stored.type());
            bind(statement, stored);
            if (chain != null) {
                statement.setBytes(10, chain.hash(stored).bytes());
            }
            statement.addBatch();
        }
        if (chain != null) {
            decision.ifPresent(d -> d.keep(chain.last()));
        }
        return statement;
    }

    /** The event exactly as it is about to be kept: what is hashed is what is read back. */
    private static EventForm.Stored stored(DomainEventMessage<?> event, Serializer serializer) {
        var payload = event.serializePayload(serializer, String.class);
        return new EventForm.Stored(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                DateTimeUtils.formatInstant(event.getTimestamp()),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                event.serializeMetaData(serializer, String.class).getData());
    }

    private static void bind(PreparedStatement statement, EventForm.Stored event) throws SQLException {
        statement.setString(1, event.id());
        statement.setString(2, event.aggregate());
        statement.setLong(3, event.sequence());
        statement.setString(4, event.aggregateType());
        statement.setString(5, event.recordedAt());
        statement.setString(6, event.type());
        statement.setString(7, event.revision());
        statement.setString(8, event.payload());
        statement.setString(9, event.metadata());
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
        private Chain.Link lastKept;
        private int events;
        private boolean appended;

        Decision(@Nullable String aggregateId, CommandLedger.Opening opening, @Nullable Long expectedVersion) {
            this.aggregateId = aggregateId;
            this.version = opening.version();
            this.lastKept = new Chain.Link(opening.version(), opening.hash());
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

        private Chain.Link lastKept() {
            return lastKept;
        }

        private void keep(Chain.Link last) {
            lastKept = last;
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
