package vn.hocvu.platform.eventstore.tally;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ConfigurableApplicationContext;
import vn.hocvu.local.servers.Database;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.eventstore.tally.Tally.Limit;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand.AddMark;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand.OpenTally;
import vn.hocvu.platform.eventstore.tally.Tally.TallyId;

/** The tally service and its database, as tests of other packages see them. */
public final class TallyWorld implements AutoCloseable {
    private final Database database = TallyService.database();
    public final ConfigurableApplicationContext service;

    public TallyWorld(String... settings) {
        service = TallyService.start(database, settings);
    }

    public String open() {
        var id = "t-" + UUID.randomUUID();
        service.getBean(Commands.class).send(Order.of(new OpenTally(new TallyId(id), new Limit(9)), TallyService.AN));
        return id;
    }

    public Outcome mark(String id) {
        return service.getBean(Commands.class).send(Order.of(new AddMark(new TallyId(id), "m"), TallyService.AN));
    }

    @SuppressWarnings("unchecked")
    public void beforeEachDecision(Runnable pause) {
        service.getBean(AtomicReference.class).set((Tally.Pause) command -> pause.run());
    }

    /** A connection outside of the service's pool, under the service's role. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    /** Puts events into the open transaction of a connection, stamped as told. */
    public static void insert(Connection connection, String firstId, int count, Instant stamped) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                    payload_type, payload_revision, payload, meta_data)
                SELECT ? || n, ? || n, 0, 'Tally', ?, 'MarkAdded', '1', '{"id":"x","note":"n"}', '{}'
                FROM generate_series(1, ?) n ORDER BY n
                """)) {
            statement.setString(1, firstId);
            statement.setString(2, firstId);
            statement.setString(3, stamped.toString());
            statement.setInt(4, count);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
