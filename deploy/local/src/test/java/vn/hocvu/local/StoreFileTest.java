package vn.hocvu.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hocvu.local.servers.PostgresServer;

/** Who takes a store away leaves a note in it, or goes without the file. */
class StoreFileTest {
    private static final Path SCHEMA = Path.of("../../platform/event-store/src/main/resources/db/eventstore");
    private static final List<String> TABLES =
            List.of("V1__events_tokens_and_commands.sql", "V4__audit_trail.sql", "V6__inspections.sql");

    @TempDir
    Path folder;

    private PostgresServer server;
    private Installation installation;
    private Connection store;

    @BeforeEach
    void aStoreWithTwoEvents() throws Exception {
        server = PostgresServer.startTemporary();
        installation = Installation.here(Map.of(
                "HOCVU_HOME",
                folder.toString(),
                "HOCVU_POSTGRES_URL",
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/"));
        var password = Secrets.in(folder).password("postgres");
        var database = server.database("hocvu_planning", password);
        store = DriverManager.getConnection(database.url(), database.username(), password);
        for (var table : TABLES) {
            run(Files.readString(SCHEMA.resolve(table)));
        }
        for (var sequence = 0; sequence < 2; sequence++) {
            run("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, time_stamp,"
                    + " payload_type, payload) values ('e-%1$d', 'plan-2020', %1$d, '2020-01-02T03:04:05Z',"
                            .formatted(sequence)
                    + " 'PlanDrafted', '{}')");
        }
    }

    @AfterEach
    void stop() throws SQLException {
        store.close();
        server.close();
    }

    @Test
    void anExportIsNotedWithWhoTookItAndWhatItHolds() throws Exception {
        var file = folder.resolve("plan.jsonl");

        assertThat(export(file)).isZero();

        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        assertThat(Files.readAllLines(file)).hasSize(4).anyMatch(line -> line.contains("e-1"));
        assertThat(notes()).containsExactly("os:" + System.getProperty("user.name") + " export plan.jsonl 2 " + digest);
    }

    @Test
    void whatCannotBeNotedIsNotHandedOut() throws Exception {
        var file = folder.resolve("plan.jsonl");
        run("drop table audit_inspection");

        assertThatThrownBy(() -> export(file)).isInstanceOf(UsageError.class).hasMessageContaining("audit_inspection");

        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("secrets.properties");
        }
    }

    private int export(Path file) throws IOException {
        return new StoreFile(installation, new PrintStream(OutputStream.nullOutputStream()))
                .write(new Errand.Export("planning", file.toString()));
    }

    private List<String> notes() throws SQLException {
        try (var statement = store.createStatement();
                var rows =
                        statement.executeQuery("select string_agg(concat_ws(' ', actor, what, about, events, digest),"
                                + " chr(10) order by id) from audit_inspection")) {
            rows.next();
            return rows.getString(1).lines().toList();
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = store.createStatement()) {
            statement.execute(sql);
        }
    }
}
