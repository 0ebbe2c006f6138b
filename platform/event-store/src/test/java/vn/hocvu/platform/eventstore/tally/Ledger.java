package vn.hocvu.platform.eventstore.tally;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.local.servers.Database;
import vn.hocvu.platform.auditchain.EventForm;
import vn.hocvu.platform.auditchain.Hash;
import vn.hocvu.platform.auditchain.OutsideCopy;
import vn.hocvu.platform.auditchain.SignedEntry;
import vn.hocvu.platform.auditchain.SigningKey;
import vn.hocvu.platform.auditchain.StoreExport;
import vn.hocvu.platform.auditchain.TrailVerifier;
import vn.hocvu.platform.auditchain.Verdict;
import vn.hocvu.platform.eventstore.AuditTrail;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.tally.Tally.Limit;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand.AddMark;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand.OpenTally;
import vn.hocvu.platform.eventstore.tally.Tally.TallyId;

/** A real store with its trail, of which tests make copies to do what nobody may. */
final class Ledger {
    static final String KEY = seed(1);
    static final String NEXT_KEY = seed(2);
    static final String FOREIGN_KEY = seed(3);
    static final int TALLIES = 10;
    private static final AtomicInteger COPIES = new AtomicInteger();

    final Database database = TallyService.database();
    final Path folder;

    Ledger() {
        try {
            folder = Files.createTempDirectory("audit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String seed(int number) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) number);
        return Base64.getEncoder().encodeToString(seed);
    }

    /** Starts the service on this store, with checkpoints of 50 leaves. */
    ConfigurableApplicationContext start(String... more) {
        return startOn(database, more);
    }

    ConfigurableApplicationContext startOn(Database store, String... more) {
        var settings = new ArrayList<>(List.of(
                "hocvu.audit.key=" + KEY,
                "hocvu.audit.folder=" + folder,
                "hocvu.audit.interval=50ms",
                "hocvu.audit.checkpoint-leaves=50",
                "hocvu.audit.checkpoint-every=1h",
                "hocvu.audit.verify-every=100d"));
        settings.addAll(List.of(more));
        return TallyService.start(store, settings.toArray(String[]::new));
    }

    static void open(ConfigurableApplicationContext service) {
        for (var tally = 0; tally < TALLIES; tally++) {
            send(service, new OpenTally(id(tally), new Limit(1_000)));
        }
    }

    /** One mark for every tally, round after round: the event of tally t and sequence s becomes leaf 10 s + t. */
    static void rounds(ConfigurableApplicationContext service, int from, int to) {
        for (var round = from; round <= to; round++) {
            for (var tally = 0; tally < TALLIES; tally++) {
                send(service, new AddMark(id(tally), "round " + round));
            }
        }
    }

    static TallyId id(int tally) {
        return new TallyId("tally-" + tally);
    }

    private static void send(ConfigurableApplicationContext service, Object command) {
        service.getBean(Commands.class).send(Order.of(command, TallyService.AN));
    }

    /** Has everything signed, and copied to the outside. */
    void sign(ConfigurableApplicationContext service) throws IOException {
        service.getBean(AuditTrail.class).export(OutputStream.nullOutputStream());
        var newest = service.getBean(JdbcClient.class)
                .sql("select max(number) from audit_entry")
                .query(Long.class)
                .single();
        CommandsTest.awaitTrue(() -> lastOutside().map(SignedEntry::number).equals(Optional.of(newest)));
    }

    private Optional<SignedEntry> lastOutside() {
        try {
            return outside().last();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that may do everything, and that no trigger stops. */
    static Connection intruder(Database store) throws SQLException {
        var connection = DriverManager.getConnection(store.url(), "postgres", "postgres");
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        return connection;
    }

    /** The same store once more, byte by byte; nobody may be connected to it. */
    Database copy() throws SQLException {
        var name = database.username() + "_copy_" + COPIES.incrementAndGet();
        try (var connection = intruder(database("postgres"));
                var statement = connection.createStatement()) {
            statement.execute(
                    "create database " + name + " template " + database.username() + " owner " + database.username());
        }
        return database(name);
    }

    private Database database(String name) {
        var url = database.url();
        return new Database(
                url.substring(0, url.lastIndexOf('/') + 1) + name, database.username(), database.password());
    }

    OutsideCopy outside() {
        return new OutsideCopy(folder.resolve("tally.log.jsonl"));
    }

    static byte[] export(Database store) throws Exception {
        try (var connection = DriverManager.getConnection(store.url(), store.username(), store.password())) {
            return export(connection);
        }
    }

    static byte[] export(Connection connection) throws Exception {
        var out = new ByteArrayOutputStream();
        StoreExport.write(connection, "tally", Clock.systemUTC().instant(), out);
        return out.toByteArray();
    }

    Verdict verify(Database store) throws Exception {
        return verify(export(store), KEY, outside());
    }

    static Verdict verify(byte[] export, @Nullable String key, @Nullable OutsideCopy copy) throws Exception {
        var trusted = key == null ? null : SigningKey.of(key).publicHalf();
        try (var verifier = new TrailVerifier(trusted, copy);
                var lines = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(export), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var bytes = line.getBytes(UTF_8);
                verifier.accept(bytes, bytes.length);
            }
            return verifier.finish();
        }
    }

    /** Computes the hashes of an aggregate anew from a sequence on, as somebody would who knows how. */
    static void rehash(Connection connection, String aggregate, long from) throws SQLException {
        try (var reading = connection.prepareStatement("""
            select event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,
                payload_revision, payload, meta_data, hash, global_index
            from domain_event_entry where aggregate_identifier = ? order by sequence_number
            """);
                var writing =
                        connection.prepareStatement("update domain_event_entry set hash = ? where global_index = ?")) {
            reading.setString(1, aggregate);
            var previous = Hash.BEGINNING;
            try (var row = reading.executeQuery()) {
                while (row.next()) {
                    var event = new EventForm.Stored(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9));
                    previous =
                            event.sequence() < from ? Hash.of(row.getBytes(10)) : new EventForm().hash(previous, event);
                    writing.setBytes(1, previous.bytes());
                    writing.setLong(2, row.getLong(11));
                    writing.executeUpdate();
                }
            }
        }
    }
}
