package vn.hocvu.platform.eventstore.tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.auditchain.SigningKey;
import vn.hocvu.platform.auditchain.Verify;
import vn.hocvu.platform.eventstore.AuditTrail;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand.AddMarks;

/** What is right stays right: no false alarm, whatever happens to a store in its life; and the verifying program says so. */
class TrailTest {
    private Ledger ledger;

    @TempDir
    private Path folder;

    @BeforeEach
    void aStore() {
        ledger = new Ledger();
    }

    private void live(ConfigurableApplicationContext service, int from, int to) throws Exception {
        if (from == 1) {
            Ledger.open(service);
        }
        Ledger.rounds(service, from, to);
        ledger.sign(service);
    }

    @Test
    void vacuumReindexAndSnapshotsChangeNothing() throws Exception {
        try (var service = ledger.start()) {
            live(service, 1, 2);
            service.getBean(Commands.class).send(Order.of(new AddMarks(Ledger.id(0), 450, "many"), TallyService.AN));
            var jdbc = service.getBean(JdbcClient.class);
            CommandsTest.awaitTrue(() -> jdbc.sql("select count(*) from snapshot_event_entry")
                            .query(Long.class)
                            .single()
                    == 1);
            ledger.sign(service);
        }
        try (var administrator = Ledger.intruder(ledger.database);
                var statement = administrator.createStatement()) {
            statement.execute("vacuum full analyze");
            statement.execute("reindex table domain_event_entry");
            statement.execute("vacuum freeze");
        }

        var verdict = ledger.verify(ledger.database);

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.events()).isEqualTo(480);
        assertThat(verdict.covered()).isEqualTo(480);
    }

    @Test
    void aStoreThatWasDumpedAndRestoredGoesOn() throws Exception {
        try (var service = ledger.start()) {
            live(service, 1, 6);
        }
        var restored = new Ledger();
        try (var service = restored.start("hocvu.audit.interval=1h")) {
            assertThat(service.isRunning()).isTrue();
        }
        try (var from = Ledger.intruder(ledger.database);
                var to = Ledger.intruder(restored.database)) {
            for (var table :
                    List.of("domain_event_entry", "audit_leaf", "audit_entry", "audit_log", "handled_command")) {
                move(table, from, to);
            }
        }

        try (var service = ledger.startOn(restored.database)) {
            live(service, 7, 9);
        }

        assertThat(ledger.verify(restored.database).problems()).isEmpty();
        assertThat(ledger.verify(restored.database).covered()).isEqualTo(100);
    }

    private static void move(String table, Connection from, Connection to) throws Exception {
        var rows = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
        try (var statement = to.createStatement()) {
            statement.execute("delete from " + table);
        }
        to.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new java.io.ByteArrayInputStream(rows.toByteArray()));
        if (table.equals("domain_event_entry")) {
            try (var statement = to.createStatement()) {
                statement.execute("select setval(pg_get_serial_sequence('domain_event_entry', 'global_index'), 1000)");
            }
        }
    }

    @Test
    void aClockThatIsSetBackRaisesNoAlarmNotEvenForAnEarlierExport() throws Exception {
        try (var service = ledger.start()) {
            live(service, 1, 3);
        }
        var earlier = Ledger.export(ledger.database);
        try (var service = ledger.start(
                "tally.clock.offset=-1h",
                "hocvu.event-store.allowed-clock-difference=2h",
                "hocvu.event-store.gap-timeout=3h")) {
            live(service, 4, 6);
        }
        try (var service = ledger.start()) {
            live(service, 7, 7);
        }

        assertThat(ledger.verify(ledger.database).problems()).isEmpty();
        assertThat(Ledger.verify(earlier, Ledger.KEY, ledger.outside()).problems())
                .isEmpty();
    }

    @Test
    void aKeyIsChangedByTheOldAndTheNewOneTogether() throws Exception {
        try (var service = ledger.start()) {
            live(service, 1, 3);
        }
        try (var service = ledger.start("hocvu.audit.key=" + Ledger.NEXT_KEY)) {
            Ledger.rounds(service, 4, 4);
            var trail = service.getBean(AuditTrail.class);
            CommandsTest.awaitTrue(
                    () -> trail.status().leaves() == 50 && trail.status().refusal() != null);
            trail.export(new ByteArrayOutputStream());
            assertThat(trail.status().refusal()).contains("a change needs the previous key too");
            assertThat(trail.status().signed()).isEqualTo(40);
        }
        try (var service =
                ledger.start("hocvu.audit.key=" + Ledger.NEXT_KEY, "hocvu.audit.previous-key=" + Ledger.KEY)) {
            live(service, 5, 6);
            assertThat(service.getBean(AuditTrail.class).status().refusal()).isNull();
        }

        var export = Ledger.export(ledger.database);

        for (var trusted : new String[] {Ledger.KEY, Ledger.NEXT_KEY, null}) {
            var verdict = Ledger.verify(export, trusted, ledger.outside());
            assertThat(verdict.problems()).isEmpty();
            assertThat(verdict.keys()).hasSize(2);
            assertThat(verdict.covered()).isEqualTo(70);
        }
        assertThat(Ledger.verify(export, Ledger.FOREIGN_KEY, null).whole()).isFalse();
    }

    @Test
    void twoReplicasKeepOneLogAndOneCopy() throws Exception {
        try (var one = ledger.start();
                var other = ledger.start()) {
            Ledger.open(one);
            for (var round = 1; round <= 10; round++) {
                Ledger.rounds(round % 2 == 0 ? one : other, round, round);
            }
            ledger.sign(one);
        }

        var verdict = ledger.verify(ledger.database);

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.leaves()).isEqualTo(110);
        assertThat(verdict.comparedWith()).isEqualTo(verdict.entries());
    }

    @Test
    void eventsFromBeforeTheTrailAreChainedWhenTheStoreIsUpgraded() throws Exception {
        Flyway.configure()
                .dataSource(ledger.database.url(), ledger.database.username(), ledger.database.password())
                .locations("classpath:db/eventstore")
                .placeholders(Map.of("application_role", ""))
                .target("3")
                .load()
                .migrate();
        try (var connection = Ledger.intruder(ledger.database);
                var statement = connection.createStatement()) {
            statement.execute("""
                insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                    payload_type, payload_revision, payload, meta_data)
                select 'e' || t || '-' || n, 'tally-' || t, n, 'Tally', '2025-01-01T00:00:00.000Z',
                    case n when 0 then 'TallyOpened' else 'MarkAdded' end, '1',
                    case n when 0
                        then '{"id":"tally-' || t || '","limit":1000,"colour":"RED","effectiveOn":"2020-05-01"}'
                        else '{"id":"tally-' || t || '","note":"old"}' end, '{}'
                from generate_series(0, 400) n, generate_series(0, 9) t
                """);
        }

        try (var service = ledger.start("hocvu.audit.checkpoint-leaves=1000")) {
            Ledger.rounds(service, 1, 1);
            ledger.sign(service);
            assertThatThrownBy(() -> service.getBean(JdbcClient.class)
                            .sql("update domain_event_entry set hash = null")
                            .update())
                    .hasMessageContaining("never changed");
        }

        var verdict = ledger.verify(ledger.database);
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.events()).isEqualTo(4_020);
        assertThat(verdict.entries()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void theServiceItselfVerifiesAndMeasures() throws Exception {
        try (var service = ledger.start("hocvu.audit.verify-every=1s")) {
            live(service, 1, 2);
            var trail = service.getBean(AuditTrail.class);

            var verification = trail.verify();

            assertThat(verification.problems()).isZero();
            assertThat(verification.events()).isEqualTo(30);
            assertThat(trail.status().verified()).isEqualTo(verification);
            assertThat(trail.status().signed()).isEqualTo(30);
            assertThat(trail.publicKey())
                    .contains(SigningKey.of(Ledger.KEY).publicHalf().pem());
            var meters = service.getBean(MeterRegistry.class);
            assertThat(meters.get("hocvu.audit.broken").gauge().value()).isZero();
            try (var intruder = Ledger.intruder(ledger.database);
                    var statement = intruder.createStatement()) {
                statement.execute("update domain_event_entry set payload = replace(payload, 'round 1', 'round 9')");
            }
            assertThat(trail.verify().firstProblem()).contains("aggregate tally-0, sequence 1");
            CommandsTest.awaitTrue(
                    () -> meters.get("hocvu.audit.broken").gauge().value() >= 10);
        }
    }

    @Test
    void withoutAKeyTheAgeOfWhatIsNotSignedGrows() throws Exception {
        try (var service = ledger.start("hocvu.audit.key=")) {
            Ledger.open(service);
            var meters = service.getBean(MeterRegistry.class);

            CommandsTest.awaitTrue(
                    () -> meters.get("hocvu.audit.checkpoint.age").gauge().value() > 0);
            assertThat(service.getBean(AuditTrail.class).status().refusal()).contains("no key is configured");
            assertThat(meters.get("hocvu.audit.broken").gauge().value()).isZero();
        }
    }

    @Test
    void aCopyThatACrashLeftHalfWrittenIsCompleted() throws Exception {
        try (var service = ledger.start()) {
            live(service, 1, 3);
        }
        var file = ledger.folder.resolve("tally.log.jsonl");
        var lines = Files.readAllLines(file);
        var torn = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n"
                + lines.getLast().substring(0, 40);
        Files.writeString(file, torn, StandardOpenOption.TRUNCATE_EXISTING);

        try (var service = ledger.start()) {
            live(service, 4, 5);
        }

        var verdict = ledger.verify(ledger.database);
        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.comparedWith()).isEqualTo(verdict.entries());
        assertThat(Files.readString(file)).startsWith(torn);
    }

    @Test
    void theProgramTellsWholeFromBroken() throws Exception {
        try (var service = ledger.start()) {
            live(service, 1, 6);
        }
        var export = folder.resolve("store.jsonl");
        Files.write(export, Ledger.export(ledger.database));
        var key = SigningKey.of(Ledger.KEY).publicHalf();
        var keyFile = Files.writeString(folder.resolve("key.pem"), key.pem());
        var copy = ledger.folder.resolve("tally.log.jsonl").toString();

        assertThat(program(0, export, "--key", keyFile.toString(), "--copy", copy))
                .contains("events        70", "key           " + key.id(), "entries compared", "WHOLE");
        assertThat(program(0, export)).contains("compare it with the key that was published", "WHOLE");
        assertThat(program(
                        1,
                        export,
                        "--key",
                        SigningKey.of(Ledger.FOREIGN_KEY).publicHalf().text()))
                .contains("BROKEN: nothing is signed by");
        Files.writeString(export, Files.readString(export).replaceFirst("round 4", "round 5"));
        assertThat(program(1, export, "--copy", copy)).contains("BROKEN: aggregate tally-0, sequence 4 (leaf 40)");
        assertThat(program(2, folder.resolve("nothing.jsonl"))).contains("verify:");
        assertThat(program(2, folder.resolve("a"), "b")).contains("usage");
    }

    private static String program(int code, Path file, String... options) {
        var words = new java.util.ArrayList<String>();
        words.add(file.toString());
        words.addAll(List.of(options));
        var out = new ByteArrayOutputStream();

        assertThat(Verify.run(new PrintStream(out, true, UTF_8), words.toArray(String[]::new)))
                .as(out.toString(UTF_8))
                .isEqualTo(code);
        return out.toString(UTF_8);
    }

    @Test
    void anEvidencePackageProvesItsEventsToAnybody() throws Exception {
        var file = folder.resolve("evidence.zip");
        try (var service = ledger.start()) {
            live(service, 1, 6);
            var ids = service.getBean(JdbcClient.class)
                    .sql("select event_identifier from domain_event_entry"
                            + " where aggregate_identifier = 'tally-3' and sequence_number in (2, 3, 5)")
                    .query(String.class)
                    .list();
            var trail = service.getBean(AuditTrail.class);
            try (var out = Files.newOutputStream(file)) {
                trail.evidence(ids, Map.of("trail.pdf", "for people".getBytes(UTF_8)), out);
            }
            assertThatThrownBy(() -> trail.evidence(List.of("unknown"), Map.of(), new ByteArrayOutputStream()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        var key = SigningKey.of(Ledger.KEY).publicHalf().text();

        assertThat(program(0, file, "--key", key)).contains("events        3", "WHOLE");
        assertThat(program(
                        1,
                        file,
                        "--key",
                        SigningKey.of(Ledger.FOREIGN_KEY).publicHalf().text()))
                .contains("nothing is signed by");
        assertThat(program(1, changed(file, "events.json", "round 3", "round 4")))
                .contains("BROKEN: aggregate tally-3, sequence 3 (leaf 33)");
        assertThat(program(1, changed(file, "trail.pdf", "people", "others")))
                .contains("the file trail.pdf is not the one that was put in");
        assertThat(program(1, changed(file, "proof.json", "\"leaf\":33", "\"leaf\":34")))
                .contains("sequence 3 (leaf 34): the path does not lead to what was signed");
        assertThat(program(1, changed(file, "proof.json", "\"size\":70", "\"size\":71")))
                .contains("not signed by its key");
        assertThat(program(1, changed(file, "manifest.json", "\"origin\":\"tally\"", "\"origin\":\"other\"")))
                .contains("the list of files is not signed");
        assertThat(program(1, changed(file, "proof.json", "\\{", "["))).contains("BROKEN");
    }

    private Path changed(Path zip, String name, String from, String to) throws Exception {
        var changed = Files.createTempFile(folder, "changed", ".zip");
        try (var in = new ZipFile(zip.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (var entry : in.stream().toList()) {
                var content = new String(in.getInputStream(entry).readAllBytes(), UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().equals(name) ? content.replaceFirst(from, to) : content).getBytes(UTF_8));
                out.closeEntry();
            }
        }
        return changed;
    }
}
