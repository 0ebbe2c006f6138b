package vn.hocvu.platform.auditchain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Reads a store, with its log and its signed entries, line by line into what {@link TrailVerifier} verifies. Everything it
 * reads only grows, so it reads in short steps and needs no transaction.
 */
public final class StoreExport {
    static final String FORMAT = "hocvu-trail-1";
    private static final int PAGE = 2_000;
    private static final String EVENT =
            "e.event_identifier, e.aggregate_identifier, e.sequence_number, e.type, e.time_stamp, e.payload_type,"
                    + " e.payload_revision, e.payload, e.meta_data, e.hash";
    private static final String LEAVES = "SELECT l.leaf, l.aggregate_identifier, l.sequence_number, l.hash, " + EVENT
            + " FROM audit_leaf l LEFT JOIN domain_event_entry e ON e.global_index = l.position"
            + " WHERE l.leaf >= ? AND l.leaf < ? ORDER BY l.leaf";
    private static final String NOT_LOGGED = "SELECT e.global_index, " + EVENT + " FROM domain_event_entry e"
            + " WHERE e.global_index > ? AND e.global_index <= ? AND NOT EXISTS"
            + " (SELECT 1 FROM audit_leaf l WHERE l.position = e.global_index AND l.leaf < ?) ORDER BY e.global_index";

    private final Connection connection;
    private final Line line;
    private final Text text = new Text();
    private final CanonicalJson json = new CanonicalJson(text, true);
    private final ArrayDeque<SignedEntry> waitingEntries = new ArrayDeque<>();
    private long leaves;
    private long entries;
    private long events;
    private @Nullable String unreadable;

    /** Where lines go; the bytes are used again after the call. */
    @FunctionalInterface
    public interface Line {
        void accept(byte[] bytes, int length) throws IOException;
    }

    /** What the log says of itself. */
    private record State(long size, Waiting waiting, long highest) {}

    private StoreExport(Connection connection, Line line) {
        this.connection = connection;
        this.line = line;
    }

    /**
     * Gives every line to a receiver.
     *
     * @param connection with auto-commit, in the store's schema
     * @param now        no entry is signed for this moment or an earlier one afterwards
     * @return events read
     */
    public static long read(Connection connection, String origin, Instant now, Line line)
            throws SQLException, IOException {
        var export = new StoreExport(connection, line);
        export.run(origin, now);
        return export.events;
    }

    /**
     * Writes every line to a file.
     *
     * @return events written
     */
    public static long write(Connection connection, String origin, Instant now, OutputStream out)
            throws SQLException, IOException {
        return read(connection, origin, now, (bytes, length) -> {
            out.write(bytes, 0, length);
            out.write('\n');
        });
    }

    private void run(String origin, Instant now) throws SQLException, IOException {
        var state = state(now);
        loadEntries(state.size());
        header(origin, now, state);
        entriesUpTo(0);
        for (var from = 0L; from < state.size(); from += PAGE) {
            leaves(from, Math.min(from + PAGE, state.size()));
        }
        while (!waitingEntries.isEmpty()) {
            emit(waitingEntries.remove());
        }
        for (var from = next(Long.MIN_VALUE); from < state.highest(); from = next(from + PAGE)) {
            notLogged(from, Math.min(from + PAGE, state.highest()), state.size());
        }
        text.clear();
        text.put("{\"end\":{\"entries\":").put(Long.toString(entries));
        text.put(",\"leaves\":").put(Long.toString(leaves)).put("}}");
        send();
    }

    /** What is signed from now on is signed for a later moment, whatever the clock does. */
    private State state(Instant now) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE audit_log SET latest = greatest(latest, ?::timestamptz)"
                + " RETURNING size, position, waiting,"
                + " (SELECT coalesce(max(global_index), 0) FROM domain_event_entry)")) {
            update.setString(1, now.toString());
            try (var row = update.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the store has no log");
                }
                return new State(row.getLong(1), waiting(row.getLong(2), row.getString(3)), row.getLong(4));
            }
        }
    }

    private static Waiting waiting(long position, String stored) {
        var ranges = new ArrayList<Waiting.Range>();
        for (var gap : JsonPart.read(stored).elements()) {
            ranges.add(new Waiting.Range(
                    gap.member("first").number(), gap.member("last").number()));
        }
        return new Waiting(position, ranges);
    }

    private void header(String origin, Instant now, State state) throws IOException {
        text.clear();
        text.put("{\"export\":{\"exportedAt\":").string(now.toString());
        text.put(",\"format\":").string(FORMAT);
        text.put(",\"leaves\":").put(Long.toString(state.size()));
        text.put(",\"origin\":").string(origin);
        text.put(",\"read\":").put(Long.toString(state.waiting().read()));
        state.waiting().write(text.put(",\"waiting\":"));
        text.put("}}");
        send();
    }

    private void loadEntries(long size) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT entry FROM audit_entry WHERE size <= ? ORDER BY number")) {
            statement.setLong(1, size);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    waitingEntries.add(SignedEntry.read(rows.getString(1)));
                }
            }
        }
    }

    private void leaves(long from, long to) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(LEAVES)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    leaf(rows);
                    entriesUpTo(rows.getLong(1) + 1);
                }
            }
        }
    }

    private void leaf(ResultSet row) throws SQLException, IOException {
        text.clear();
        text.put('{');
        unreadable = null;
        if (row.getString(5) != null) {
            event(row, 5);
            text.put(',');
        }
        text.put("\"leaf\":{\"aggregate\":").string(row.getString(2));
        text.put(",\"hash\":\"").hex(Hash.of(row.getBytes(4)));
        text.put("\",\"index\":").put(Long.toString(row.getLong(1)));
        text.put(",\"sequence\":").put(Long.toString(row.getLong(3))).put('}');
        reason();
        text.put('}');
        leaves = row.getLong(1) + 1;
        send();
    }

    /** The event and the hash that the store keeps of it; why not, if it has no canonical form any more. */
    private void event(ResultSet row, int column) throws SQLException {
        events++;
        unreadable = null;
        var before = text.length;
        try {
            EventForm.write(stored(row, column), text.put("\"event\":"), json);
            text.put(',');
        } catch (Malformed e) {
            text.length = before;
            unreadable = String.valueOf(e.getMessage());
        }
        var hash = row.getBytes(column + 9);
        text.put("\"hash\":");
        if (hash == null) {
            text.put("null");
        } else {
            text.put('"').hex(Hash.of(hash)).put('"');
        }
    }

    private void reason() {
        if (unreadable != null) {
            text.put(",\"unreadable\":").string(unreadable);
        }
    }

    static EventForm.Stored stored(ResultSet row, int column) throws SQLException {
        return new EventForm.Stored(
                row.getString(column),
                row.getString(column + 1),
                row.getLong(column + 2),
                row.getString(column + 3),
                row.getString(column + 4),
                row.getString(column + 5),
                row.getString(column + 6),
                row.getString(column + 7),
                row.getString(column + 8));
    }

    private void entriesUpTo(long size) throws IOException {
        while (!waitingEntries.isEmpty() && waitingEntries.element().size() <= size) {
            emit(waitingEntries.remove());
        }
    }

    private void emit(SignedEntry entry) throws IOException {
        text.clear();
        json.append(entry.json().getBytes(StandardCharsets.UTF_8));
        entries++;
        send();
    }

    private void notLogged(long from, long to, long size) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(NOT_LOGGED)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.setLong(3, size);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    text.clear();
                    text.put('{');
                    event(rows, 2);
                    text.put(",\"position\":").put(Long.toString(rows.getLong(1)));
                    reason();
                    text.put('}');
                    send();
                }
            }
        }
    }

    /** Passes over positions that nothing has. */
    private long next(long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT coalesce(min(global_index) - 1, ?) FROM domain_event_entry WHERE global_index > ?")) {
            statement.setLong(1, Long.MAX_VALUE);
            statement.setLong(2, position);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void send() throws IOException {
        line.accept(text.bytes, text.length);
    }
}
