package vn.hocvu.platform.eventstore.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** Reading the store where the framework's own statements would be wrong or would not scale. */
final class Statements {
    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event_entry")
            .snapshotTable("snapshot_event_entry")
            .globalIndexColumn("global_index")
            .timestampColumn("time_stamp")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private Statements() {}

    /** Before every position, also before one that is taken but not yet committed. */
    static PreparedStatement tailToken(Connection connection, EventSchema schema) throws SQLException {
        return connection.prepareStatement("SELECT 0::bigint");
    }

    /** With any number of gaps: as one array, since single parameters end at 65,535. */
    static PreparedStatement withGaps(
            Connection connection, EventSchema schema, long index, int batchSize, List<Long> gaps) throws SQLException {
        var position = schema.globalIndexColumn();
        var statement = connection.prepareStatement("SELECT " + schema.trackedEventFields() + " FROM "
                + schema.domainEventTable() + " WHERE (" + position + " > ? AND " + position + " <= ?) OR " + position
                + " = ANY (?) ORDER BY " + position);
        statement.setLong(1, index);
        statement.setLong(2, index + batchSize);
        statement.setArray(3, connection.createArrayOf("bigint", gaps.toArray()));
        return statement;
    }
}
