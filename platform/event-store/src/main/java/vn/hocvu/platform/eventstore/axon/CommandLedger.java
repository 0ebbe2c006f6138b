package vn.hocvu.platform.eventstore.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.auditchain.Hash;
import vn.hocvu.platform.eventstore.Outcome;

/** The table of carried-out orders: an id is entered before anything is decided, its outcome in the same transaction. */
final class CommandLedger {
    /** One round trip, three statements: enter the id, take the aggregate's turn among the replicas, read its last event. */
    private static final String OPEN = """
        INSERT INTO handled_command (command_id, command, actor) VALUES (?, ?, ?) ON CONFLICT (command_id) DO NOTHING;
        SELECT pg_advisory_xact_lock(hashtextextended(?, 0));
        SELECT sequence_number, hash FROM domain_event_entry WHERE aggregate_identifier = ?
        ORDER BY sequence_number DESC LIMIT 1
        """;

    private static final String OPEN_WITHOUT_TARGET =
            "INSERT INTO handled_command (command_id, command, actor) VALUES (?, ?, ?) ON CONFLICT (command_id) DO"
                    + " NOTHING";
    private static final String CLOSE =
            "UPDATE handled_command SET aggregate_id = ?, version = ?, result = ? WHERE command_id = ?";
    private static final String FIND = "SELECT aggregate_id, version, result FROM handled_command WHERE command_id = ?";

    private final DataSource dataSource;
    private final TransactionTemplate onNewConnection;
    private final JsonMapper json;

    CommandLedger(DataSource dataSource, PlatformTransactionManager transactions, JsonMapper json) {
        this.dataSource = dataSource;
        this.json = json;
        this.onNewConnection = new TransactionTemplate(transactions);
        this.onNewConnection.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * How an order begins.
     *
     * @param first   false when the id had been carried out before
     * @param version last sequence of the target, -1 without one
     * @param hash    hash of the target's last event, absent without one
     */
    record Opening(boolean first, long version, @Nullable Hash hash) {}

    /** Enters the id; waits while another transaction holds the same id or the same aggregate. */
    Opening open(String commandId, String command, String actor, @Nullable String target) throws SQLException {
        return onTransaction(connection -> {
            try (var statement = connection.prepareStatement(target == null ? OPEN_WITHOUT_TARGET : OPEN)) {
                statement.setString(1, commandId);
                statement.setString(2, command);
                statement.setString(3, actor);
                if (target != null) {
                    statement.setString(4, target);
                    statement.setString(5, target);
                }
                statement.execute();
                var first = statement.getUpdateCount() == 1;
                return target == null ? new Opening(first, -1, null) : withLastEvent(first, statement);
            }
        });
    }

    private static Opening withLastEvent(boolean first, PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        statement.getMoreResults();
        try (ResultSet rows = statement.getResultSet()) {
            if (!rows.next()) {
                return new Opening(first, -1, null);
            }
            var hash = rows.getBytes(2);
            return new Opening(first, rows.getLong(1), hash == null ? null : Hash.of(hash));
        }
    }

    /** Writes the outcome in the transaction of the events. */
    void close(Outcome outcome) throws SQLException {
        onTransaction(connection -> {
            try (var statement = connection.prepareStatement(CLOSE)) {
                statement.setString(1, outcome.aggregateId());
                statement.setLong(2, outcome.version());
                statement.setString(3, outcome.result() == null ? null : json.writeValueAsString(outcome.result()));
                statement.setString(4, outcome.commandId());
                return statement.executeUpdate();
            }
        });
    }

    /** The outcome of an id that has been carried out; absent while it has not. */
    Optional<Outcome> find(String commandId, boolean repeated) throws SQLException {
        return onTransaction(connection -> {
            try (var statement = connection.prepareStatement(FIND)) {
                statement.setString(1, commandId);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(outcome(commandId, rows, repeated)) : Optional.empty();
                }
            }
        });
    }

    private Outcome outcome(String commandId, ResultSet rows, boolean repeated) throws SQLException {
        var result = rows.getString("result");
        return new Outcome(
                commandId,
                rows.getString("aggregate_id"),
                rows.getLong("version"),
                repeated,
                result == null ? null : json.readValue(result, Object.class));
    }

    /**
     * Finds out, on a connection of its own, what became of an order whose commit was not answered: waits until a
     * transaction that still holds the id has ended, and leaves nothing behind.
     */
    Optional<Outcome> settle(String commandId) {
        return onNewConnection.execute(status -> {
            try {
                var stored = !open(commandId, "?", "?", null).first();
                return stored ? find(commandId, false) : Optional.<Outcome>empty();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                status.setRollbackOnly();
            }
        });
    }

    private <T> T onTransaction(Work<T> work) throws SQLException {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.on(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
