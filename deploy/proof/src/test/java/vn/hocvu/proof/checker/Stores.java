package vn.hocvu.proof.checker;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.proof.checker.Evidence.Handled;
import vn.hocvu.proof.checker.Evidence.Limit;
import vn.hocvu.proof.checker.Evidence.StoredEvent;
import vn.hocvu.proof.system.RunningSystem;
import vn.hocvu.proof.system.Service;

/** Reads the services' databases as they are, past all of the services' own code. */
final class Stores {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LARGEST_TOKEN = 100_000;
    private static final long MOST_PROGRESS = 1_500;

    private final RunningSystem system;

    Stores(RunningSystem system) {
        this.system = system;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(Service service, String query, Reader<T> reader) {
        var login = new Properties();
        login.put("user", service.database());
        login.put("password", system.password());
        login.put("connectTimeout", "5");
        try (Connection connection = DriverManager.getConnection(system.jdbc(service), login);
                var statement = connection.prepareStatement(query);
                var found = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (found.next()) rows.add(reader.read(found));
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the store of " + service, e);
        }
    }

    private long number(Service service, String query) {
        return rows(service, query, row -> row.getLong(1)).getFirst();
    }

    Map<Service, List<StoredEvent>> events() {
        var stores = new EnumMap<Service, List<StoredEvent>>(Service.class);
        for (var service : Service.values()) {
            stores.put(
                    service,
                    rows(
                            service,
                            """
                            SELECT global_index, event_identifier, aggregate_identifier, type, sequence_number, payload_type,
                                payload, meta_data::jsonb ->> 'commandId'
                            FROM domain_event_entry ORDER BY global_index""",
                            row -> new StoredEvent(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getLong(5),
                                    row.getString(6),
                                    JSON.readTree(row.getString(7)),
                                    row.getString(8))));
        }
        return stores;
    }

    Map<Service, Map<String, Handled>> handled() {
        var all = new EnumMap<Service, Map<String, Handled>>(Service.class);
        for (var service : Service.values()) {
            var of = new HashMap<String, Handled>();
            rows(
                            service,
                            "SELECT command_id, aggregate_id, version FROM handled_command",
                            row -> new Handled(row.getString(1), row.getString(2), row.getLong(3)))
                    .forEach(one -> of.put(one.commandId(), one));
            all.put(service, of);
        }
        return all;
    }

    /** Highest position, 0 in an empty store. */
    long highest(Service service) {
        return number(service, "SELECT coalesce(max(global_index), 0) FROM domain_event_entry");
    }

    /** Position up to which the relay has published. */
    long published(Service service) {
        return number(service, "SELECT coalesce((SELECT position FROM relay_progress ORDER BY id DESC LIMIT 1), 0)");
    }

    /** Messages that wait for another attempt or for a person. */
    long parked(Service service) {
        return number(service, "SELECT count(*) FROM parked_message WHERE closed_at IS NULL");
    }

    /** What is parked, for people who look for the cause. */
    String parkedReasons(Service service) {
        return rows(
                        service,
                        "SELECT consumer || ' ' || message_type || ': ' || reason FROM parked_message "
                                + "WHERE closed_at IS NULL ORDER BY id LIMIT 5",
                        row -> row.getString(1))
                .toString();
    }

    List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        for (var service : Service.values()) {
            limits.add(new Limit(
                    "largest token of " + service,
                    number(service, "SELECT coalesce(max(length(token)), 0) FROM token_entry"),
                    LARGEST_TOKEN));
            limits.add(new Limit(
                    "progress kept by the relay of " + service,
                    number(service, "SELECT count(*) FROM relay_progress"),
                    MOST_PROGRESS));
        }
        return limits;
    }
}
