package vn.hocvu.platform.eventstore.axon;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import vn.hocvu.platform.auditchain.EventForm;
import vn.hocvu.platform.auditchain.Hash;

/**
 * Gives the events that were stored before there was a chain their hashes, once, so that every history is chained from its
 * first event. Their content is not touched; what they said at this moment is what is vouched for from here on.
 */
final class V5__Hashes_of_earlier_events extends BaseJavaMigration {
    private static final int BATCH = 1_000;
    private static final String ALL = """
        SELECT event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision,
            payload, meta_data, global_index
        FROM domain_event_entry ORDER BY aggregate_identifier, sequence_number
        """;
    private static final String SET = """
        UPDATE domain_event_entry e SET hash = h.hash FROM unnest(?::bigint[], ?::bytea[]) h(position, hash)
        WHERE e.global_index = h.position
        """;

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE domain_event_entry DISABLE TRIGGER events_are_kept");
            chainAll(connection);
            statement.execute("ALTER TABLE domain_event_entry ENABLE TRIGGER events_are_kept");
        }
    }

    private static void chainAll(Connection connection) throws SQLException {
        var form = new EventForm();
        var positions = new ArrayList<Long>();
        var hashes = new ArrayList<byte[]>();
        try (var reading = connection.prepareStatement(ALL)) {
            reading.setFetchSize(BATCH);
            try (var rows = reading.executeQuery()) {
                var previous = Hash.BEGINNING;
                while (rows.next()) {
                    var event = new EventForm.Stored(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getString(8),
                            rows.getString(9));
                    previous = form.hash(event.sequence() == 0 ? Hash.BEGINNING : previous, event);
                    positions.add(rows.getLong(10));
                    hashes.add(previous.bytes());
                    if (positions.size() == BATCH) {
                        set(connection, positions, hashes);
                    }
                }
            }
        }
        set(connection, positions, hashes);
    }

    private static void set(Connection connection, List<Long> positions, List<byte[]> hashes) throws SQLException {
        try (var update = connection.prepareStatement(SET)) {
            update.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            update.setArray(2, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            update.executeUpdate();
        }
        positions.clear();
        hashes.clear();
    }
}
