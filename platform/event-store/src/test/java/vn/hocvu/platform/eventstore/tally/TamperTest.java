package vn.hocvu.platform.eventstore.tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hocvu.local.servers.Database;
import vn.hocvu.platform.auditchain.Checkpoint;
import vn.hocvu.platform.auditchain.EventForm;
import vn.hocvu.platform.auditchain.Hash;
import vn.hocvu.platform.auditchain.KeyChange;
import vn.hocvu.platform.auditchain.MerkleLog;
import vn.hocvu.platform.auditchain.Problem;
import vn.hocvu.platform.auditchain.Problem.Kind;
import vn.hocvu.platform.auditchain.SignedEntry;
import vn.hocvu.platform.auditchain.SignedEntry.SignedCheckpoint;
import vn.hocvu.platform.auditchain.SignedEntry.SignedKeyChange;
import vn.hocvu.platform.auditchain.SigningKey;
import vn.hocvu.platform.auditchain.Verdict;
import vn.hocvu.platform.eventstore.AuditTrail;

/** Whatever is done to a copy of a real store is found, and the first bad event is named. */
class TamperTest {
    private static final Ledger LEDGER = new Ledger();
    private static final String VICTIM = " where aggregate_identifier = 'tally-4' and sequence_number = 7";
    private static Database yesterday;
    private static Database copy;

    @BeforeAll
    static void aStoreWithAPast() throws Exception {
        try (var service = LEDGER.start()) {
            Ledger.open(service);
            Ledger.rounds(service, 1, 9);
            LEDGER.sign(service);
        }
        yesterday = LEDGER.copy();
        try (var service = LEDGER.start()) {
            Ledger.rounds(service, 10, 20);
            LEDGER.sign(service);
        }
        copy = LEDGER.copy();
    }

    /** What an intruder does to the copy. */
    @FunctionalInterface
    private interface Intrusion {
        void by(Connection intruder) throws SQLException;
    }

    /** The copy as exported after an intrusion; then it is as it was. */
    private static byte[] exportedAfter(Intrusion intrusion) throws Exception {
        try (var intruder = Ledger.intruder(copy)) {
            intruder.setAutoCommit(false);
            intrusion.by(intruder);
            var export = Ledger.export(intruder);
            intruder.rollback();
            return export;
        }
    }

    @Test
    void theStoreIsWholeBeforeAnybodyTouchesIt() throws Exception {
        var verdict = LEDGER.verify(copy);

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.events()).isEqualTo(210);
        assertThat(verdict.leaves()).isEqualTo(210);
        assertThat(verdict.covered()).isEqualTo(210);
        assertThat(verdict.entries()).isEqualTo(verdict.comparedWith()).isGreaterThanOrEqualTo(6);
    }

    static Stream<Arguments> oneFieldOfAnEvent() {
        return Stream.of(
                field("payload", "payload = replace(payload, 'round 7', 'round 8')"),
                field("payload spelling that means something else", "payload = replace(payload, 'round 7', 'Round 7')"),
                field("payload that is not JSON", "payload = replace(payload, '{', '(')"),
                field("payload with a key twice", "payload = replace(payload, '{', '{\"note\":\"x\",')"),
                field("payload with an inexact number", "payload = replace(payload, '{', '{\"n\":9007199254740993,')"),
                field("actor", "meta_data = replace(meta_data, '\"actor\":\"an\"', '\"actor\":\"am\"')"),
                field("role", "meta_data = replace(meta_data, 'MARKER', 'MARKET')"),
                field("organisation", "meta_data = replace(meta_data, 'ba-vi', 'ba-vj')"),
                field("command id", "meta_data = regexp_replace(meta_data, '\"commandId\":\"0', '\"commandId\":\"1')"),
                field(
                        "correlation",
                        "meta_data = regexp_replace(meta_data, '\"correlationId\":\"0', '\"correlationId\":\"1')"),
                field(
                        "causation",
                        "meta_data = regexp_replace(meta_data, '\"causationId\":\"0', '\"causationId\":\"1')"),
                field("an entry more in the metadata", "meta_data = replace(meta_data, '{', '{\"x\":1,')"),
                field("no metadata", "meta_data = null"),
                field("recorded time", "time_stamp = regexp_replace(time_stamp, '^2', '1')"),
                field("event type", "payload_type = 'MarkAddee'"),
                field("event revision", "payload_revision = '2'"),
                field("no revision", "payload_revision = null"),
                field("aggregate type", "type = 'Tallx'"),
                field("event id", "event_identifier = regexp_replace(event_identifier, '^.', 'g')"),
                field("hash", "hash = set_byte(hash, 31, 255 - get_byte(hash, 31))"),
                field("no hash", "hash = null"),
                field("sequence", "sequence_number = 700"),
                field("aggregate", "aggregate_identifier = 'tally-x'"));
    }

    private static Arguments field(String name, String change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneFieldOfAnEvent")
    void oneFieldOfAnEvent(String name, String change) throws Exception {
        found("tally-4", 7, "update domain_event_entry set " + change + VICTIM);
    }

    @Test
    void thePosition() throws Exception {
        found(
                "tally-4",
                7,
                "alter table domain_event_entry alter column global_index set generated by default",
                "update domain_event_entry set global_index = 100000" + VICTIM);
    }

    @Test
    void theEffectiveDate() throws Exception {
        found(
                "tally-4",
                0,
                "update domain_event_entry set payload = replace(payload, '2020-05-01', '2020-05-02')"
                        + " where aggregate_identifier = 'tally-4' and sequence_number = 0");
    }

    static Stream<Arguments> oneFieldOfTheLog() {
        return Stream.of(
                field("hash", "hash = set_byte(hash, 0, 255 - get_byte(hash, 0))"),
                field("sequence", "sequence_number = 8"),
                field("aggregate", "aggregate_identifier = 'tally-5'"),
                field("position", "position = 100000"),
                field("place", "leaf = 100000"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneFieldOfTheLog")
    void oneFieldOfTheLog(String name, String change) throws Exception {
        found("tally-4", 7, "update audit_leaf set " + change + " where leaf = 74");
    }

    static Stream<Arguments> oneFieldOfAnEntry() {
        return Stream.of(
                field("size", "entry = replace(entry, '\"size\":', '\"size\":1')"),
                field("root", "entry = regexp_replace(entry, '\"root\":\"..', '\"root\":\"zz')"),
                field("another root", "entry = regexp_replace(entry, '\"root\":\"[0-9a-f]{4}', '\"root\":\"0000')"),
                field("previous root", "entry = regexp_replace(entry, 'Root\":\"[0-9a-f]{4}', 'Root\":\"0000')"),
                field("time", "entry = regexp_replace(entry, '\"time\":\"2', '\"time\":\"3')"),
                field("origin", "entry = replace(entry, '\"origin\":\"tally\"', '\"origin\":\"talli\"')"),
                field("key", "entry = regexp_replace(entry, 'ed25519:....', 'ed25519:0000')"),
                field("number", "entry = replace(entry, '\"number\":2', '\"number\":7')"),
                field("signature", "entry = regexp_replace(entry, '\"signature\":\"....', '\"signature\":\"AAAA')"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneFieldOfAnEntry")
    void oneFieldOfAnEntry(String name, String change) throws Exception {
        var replaced = new String[2];
        var export = exportedAfter(intruder -> {
            try (var statement = intruder.createStatement();
                    var row = statement.executeQuery("select entry, " + change.substring("entry = ".length())
                            + " from audit_entry where number = 2")) {
                row.next();
                replaced[0] = row.getString(1);
                replaced[1] = row.getString(2);
            }
        });
        assertThat(replaced[0]).isNotEqualTo(replaced[1]);

        // What is not even an entry any more is put into the exported file, as an intruder into files would.
        var tampered =
                new String(export, UTF_8).replace(replaced[0], replaced[1]).getBytes(UTF_8);
        var verdict = Ledger.verify(tampered, Ledger.KEY, LEDGER.outside());

        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.problems().getFirst().kind()).isIn(Kind.BAD_SIGNATURE, Kind.UNREADABLE, Kind.LOG_DIFFERS);
    }

    @Test
    void twoEventsSwapped() throws Exception {
        found(
                "tally-4",
                7,
                "update domain_event_entry set sequence_number = 100000" + VICTIM,
                "update domain_event_entry set sequence_number = 7"
                        + " where aggregate_identifier = 'tally-4' and sequence_number = 8",
                "update domain_event_entry set sequence_number = 8 where sequence_number = 100000");
    }

    @Test
    void twoContentsSwapped() throws Exception {
        found("tally-4", 7, """
            update domain_event_entry a set payload = b.payload, meta_data = b.meta_data, hash = b.hash
            from domain_event_entry b
            where a.aggregate_identifier = 'tally-4' and b.aggregate_identifier = 'tally-4'
                and (a.sequence_number, b.sequence_number) in ((7, 8), (8, 7))
            """);
    }

    @Test
    void oneRemovedFromTheMiddleTheEndTheStart() throws Exception {
        for (var sequence : new long[] {7, 20, 0}) {
            found(
                    "tally-4",
                    sequence,
                    "delete from domain_event_entry where aggregate_identifier = 'tally-4' and sequence_number = "
                            + sequence);
            found(
                    "tally-4",
                    sequence,
                    "delete from domain_event_entry where aggregate_identifier = 'tally-4' and sequence_number = "
                            + sequence,
                    "delete from audit_leaf where aggregate_identifier = 'tally-4' and sequence_number = " + sequence);
        }
    }

    @Test
    void oneRemovedAndTheLogClosedUp() throws Exception {
        found(
                "tally-4",
                7,
                "delete from domain_event_entry" + VICTIM,
                "delete from audit_leaf where leaf = 74",
                "update audit_leaf set leaf = leaf + 99999 where leaf > 74",
                "update audit_leaf set leaf = leaf - 100000 where leaf > 90000",
                "update audit_log set size = size - 1");
    }

    @Test
    void oneInsertedIntoAHistory() throws Exception {
        found(
                "tally-4",
                7,
                "update domain_event_entry set sequence_number = sequence_number + 1000"
                        + " where aggregate_identifier = 'tally-4' and sequence_number >= 7",
                "update domain_event_entry set sequence_number = sequence_number - 999 where sequence_number >= 1000",
                copyOfTheVictim("7", "nextval(pg_get_serial_sequence('domain_event_entry', 'global_index'))", 8));
    }

    @Test
    void anAggregateInsertedWhereTheLogHasBeen() throws Exception {
        for (var position : new String[] {"-5", "0"}) {
            found("new", 0, """
                insert into domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number,
                    type, time_stamp, payload_type, payload_revision, payload, meta_data, hash)
                overriding system value select %s, 'new', 'new', 0, type, time_stamp, payload_type, payload_revision,
                    payload, meta_data, hash from domain_event_entry
                """.formatted(position) + VICTIM);
        }
    }

    @Test
    void oneDuplicated() throws Exception {
        found(
                "tally-4",
                21,
                copyOfTheVictim("21", "nextval(pg_get_serial_sequence('domain_event_entry', 'global_index'))", 7));
        found(
                "tally-4",
                7,
                "alter table domain_event_entry"
                        + " drop constraint domain_event_entry_aggregate_identifier_sequence_number_key",
                copyOfTheVictim("7", "nextval(pg_get_serial_sequence('domain_event_entry', 'global_index'))", 7));
    }

    private static String copyOfTheVictim(String sequence, String position, int of) {
        return """
            insert into domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number, type,
                time_stamp, payload_type, payload_revision, payload, meta_data, hash)
            overriding system value select %s, 'copy', aggregate_identifier, %s, type, time_stamp, payload_type,
                payload_revision, payload, meta_data, hash from domain_event_entry
            where aggregate_identifier = 'tally-4' and sequence_number = %d
            """.formatted(position, sequence, of);
    }

    @Test
    void aStreamRewrittenWithRecomputedHashes() throws Exception {
        var export = exportedAfter(intruder -> {
            rewrite(intruder);
            assertThat(chainAlone(intruder)).isEmpty();
        });

        pinned(Ledger.verify(export, Ledger.KEY, LEDGER.outside()), "tally-4", 7);
        pinned(Ledger.verify(export, Ledger.KEY, null), "tally-4", 7);
    }

    @Test
    void aStreamRewrittenWithItsLeaves() throws Exception {
        var export = exportedAfter(intruder -> {
            rewrite(intruder);
            logAnew(intruder);
        });

        pinned(Ledger.verify(export, Ledger.KEY, LEDGER.outside()), "tally-4", 7);
        var withoutCopy = Ledger.verify(export, Ledger.KEY, null);
        assertThat(withoutCopy.firstBad()).map(Problem::kind).contains(Kind.LOG_DIFFERS);
        assertThat(withoutCopy.firstBad().orElseThrow().text()).contains("leaves of the log are not those that");
    }

    @Test
    void everythingRewrittenAndSignedAnewWithAForeignKey() throws Exception {
        var export = exportedAfter(intruder -> {
            rewrite(intruder);
            logAnew(intruder);
            signAnew(intruder);
        });

        pinned(Ledger.verify(export, Ledger.KEY, LEDGER.outside()), "tally-4", 7);
        assertThat(Ledger.verify(export, Ledger.KEY, null).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("nothing is signed by"));
        assertThat(Ledger.verify(export, null, null).whole())
                .as("without the published key and without a copy nobody can know: the key must be compared")
                .isTrue();
    }

    @Test
    void aWholeAggregateRemoved() throws Exception {
        var sql = "delete from domain_event_entry where aggregate_identifier = 'tally-4'";
        found("tally-4", 0, sql);
        var export = exportedAfter(intruder -> {
            try (var statement = intruder.createStatement()) {
                statement.execute(sql);
            }
            logAnew(intruder);
            assertThat(chainAlone(intruder)).isEmpty();
        });

        pinned(Ledger.verify(export, Ledger.KEY, LEDGER.outside()), "tally-4", 0);
        assertThat(Ledger.verify(export, Ledger.KEY, null).whole()).isFalse();
    }

    @Test
    void leavesReordered() throws Exception {
        found(
                "tally-4",
                7,
                "update audit_leaf set leaf = 100000 where leaf = 74",
                "update audit_leaf set leaf = 74 where leaf = 75",
                "update audit_leaf set leaf = 75 where leaf = 100000");
    }

    @Test
    void yesterdaysBackupPutBack() throws Exception {
        pinned(LEDGER.verify(yesterday), "tally-0", 10);
        assertThat(Ledger.verify(Ledger.export(yesterday), Ledger.KEY, null).whole())
                .as("a backup is whole in itself: only the copy outside tells")
                .isTrue();
    }

    @Test
    void aServiceOnYesterdaysBackupDoesNotSign() throws Exception {
        var back = LEDGER.copy();
        try (var intruder = Ledger.intruder(back);
                var statement = intruder.createStatement()) {
            statement.execute("delete from audit_entry where number > 2");
            statement.execute("update audit_log set next_entry = 3, signed_size = 100");
        }
        try (var service = LEDGER.startOn(back)) {
            Ledger.rounds(service, 21, 21);

            CommandsTest.awaitTrue(
                    () -> service.getBean(AuditTrail.class).status().refusal() != null);
            assertThat(service.getBean(AuditTrail.class).status().refusal()).contains("an older state was put back");
            assertThat(service.getBean(MeterRegistry.class)
                            .get("hocvu.audit.broken")
                            .gauge()
                            .value())
                    .isPositive();
        }
        assertThat(LEDGER.outside().last().map(SignedEntry::size)).contains(210L);
    }

    @Test
    void aCheckpointSignedAnewWithAForeignKey() throws Exception {
        var export = exportedAfter(intruder -> {
            var old = ((SignedCheckpoint) entry(intruder, 2)).checkpoint();
            var foreign = SigningKey.of(Ledger.FOREIGN_KEY);
            put(
                    intruder,
                    SignedCheckpoint.by(
                            foreign,
                            2,
                            new Checkpoint(
                                    old.origin(),
                                    old.size(),
                                    old.root(),
                                    old.time(),
                                    old.previousRoot(),
                                    foreign.publicHalf().id())));
        });

        var verdict = Ledger.verify(export, Ledger.KEY, null);

        assertThat(verdict.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.BAD_SIGNATURE);
            assertThat(problem.text()).startsWith("entry 2").contains("foreign key");
        });
    }

    /** N9: a chain alone does not notice that its end was cut off. */
    @Test
    void theChainAloneDoesNotSeeACutTail() throws Exception {
        var cut = "delete from domain_event_entry where aggregate_identifier = 'tally-4' and sequence_number >= 15";
        exportedAfter(intruder -> {
            try (var statement = intruder.createStatement()) {
                statement.execute(cut);
                assertThat(chainAlone(intruder)).isEmpty();

                statement.execute("delete from domain_event_entry" + VICTIM);
                assertThat(chainAlone(intruder)).as("a hole it would see").isNotEmpty();
            }
        });

        found("tally-4", 15, cut);
    }

    @Test
    void aFileThatIsCutOffIsNotWhole() throws Exception {
        var text = new String(Ledger.export(copy), UTF_8);
        var cut = text.substring(0, text.length() / 2);

        var verdict = Ledger.verify(cut.getBytes(UTF_8), Ledger.KEY, LEDGER.outside());

        assertThat(verdict.whole()).isFalse();
    }

    private static void found(String aggregate, long sequence, String... statements) throws Exception {
        var export = exportedAfter(intruder -> {
            try (var statement = intruder.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                    assertThat(sql.startsWith("alter") ? 1 : statement.getUpdateCount())
                            .as(sql)
                            .isPositive();
                }
            }
        });
        pinned(Ledger.verify(export, Ledger.KEY, LEDGER.outside()), aggregate, sequence);
    }

    private static void pinned(Verdict verdict, String aggregate, long sequence) {
        assertThat(verdict.whole()).isFalse();
        var bad = verdict.firstBad().orElseThrow();
        assertThat(Objects.requireNonNullElse(bad.aggregate(), "?") + " " + bad.sequence())
                .as(verdict.problems().toString())
                .isEqualTo(aggregate + " " + sequence);
    }

    private static void rewrite(Connection intruder) throws SQLException {
        try (var statement = intruder.createStatement()) {
            statement.execute(
                    "update domain_event_entry set payload = replace(payload, 'round 7', 'round 0')" + VICTIM);
        }
        Ledger.rehash(intruder, "tally-4", 7);
    }

    /** Makes the log from the events once more, as if it had always been so. */
    private static void logAnew(Connection intruder) throws SQLException {
        var log = new MerkleLog();
        try (var statement = intruder.createStatement()) {
            statement.execute("delete from audit_leaf");
            statement.execute("""
                insert into audit_leaf select row_number() over (order by global_index) - 1, global_index,
                    aggregate_identifier, sequence_number, hash from domain_event_entry
                """);
            try (var rows = statement.executeQuery("select hash from audit_leaf order by leaf")) {
                while (rows.next()) {
                    log.add(Hash.of(rows.getBytes(1)));
                }
            }
        }
        try (var update = intruder.prepareStatement("update audit_log set size = ?, state = ?")) {
            update.setLong(1, log.size());
            update.setBytes(2, log.state());
            update.executeUpdate();
        }
    }

    private static void signAnew(Connection intruder) throws SQLException {
        var foreign = SigningKey.of(Ledger.FOREIGN_KEY);
        var log = new MerkleLog();
        var root = log.root();
        var leaves = new ArrayList<Hash>();
        var entries = new ArrayList<SignedEntry>();
        try (var statement = intruder.createStatement()) {
            try (var rows = statement.executeQuery("select hash from audit_leaf order by leaf")) {
                while (rows.next()) {
                    leaves.add(Hash.of(rows.getBytes(1)));
                }
            }
            try (var rows = statement.executeQuery("select entry from audit_entry order by number")) {
                while (rows.next()) {
                    entries.add(SignedEntry.read(rows.getString(1)));
                }
            }
        }
        for (var entry : entries) {
            while (log.size() < entry.size()) {
                log.add(leaves.get((int) log.size()));
            }
            switch (entry) {
                case SignedKeyChange change ->
                    put(
                            intruder,
                            SignedKeyChange.by(
                                    null,
                                    foreign,
                                    entry.number(),
                                    new KeyChange("tally", 0, root, entry.time(), null, foreign.publicHalf())));
                case SignedCheckpoint checkpoint -> {
                    var id = foreign.publicHalf().id();
                    put(
                            intruder,
                            SignedCheckpoint.by(
                                    foreign,
                                    entry.number(),
                                    new Checkpoint("tally", entry.size(), log.root(), entry.time(), root, id)));
                    root = log.root();
                }
            }
        }
    }

    private static SignedEntry entry(Connection intruder, long number) throws SQLException {
        try (var statement = intruder.createStatement();
                var row = statement.executeQuery("select entry from audit_entry where number = " + number)) {
            row.next();
            return SignedEntry.read(row.getString(1));
        }
    }

    private static void put(Connection intruder, SignedEntry entry) throws SQLException {
        try (var update = intruder.prepareStatement("update audit_entry set entry = ? where number = ?")) {
            update.setString(1, entry.json());
            update.setLong(2, entry.number());
            update.executeUpdate();
        }
    }

    /** What somebody finds who looks at the chains and at nothing else. */
    private static ArrayList<String> chainAlone(Connection connection) throws SQLException {
        var broken = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                    select event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,
                        payload_revision, payload, meta_data, hash from domain_event_entry
                    order by aggregate_identifier, sequence_number
                    """)) {
            var aggregate = "";
            var next = 0L;
            var previous = Hash.BEGINNING;
            while (row.next()) {
                if (!aggregate.equals(row.getString(2))) {
                    aggregate = row.getString(2);
                    next = 0;
                    previous = Hash.BEGINNING;
                }
                var hash = new EventForm()
                        .hash(
                                previous,
                                new EventForm.Stored(
                                        row.getString(1),
                                        aggregate,
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getString(9)));
                if (row.getLong(3) != next++ || !hash.equals(Hash.of(row.getBytes(10)))) {
                    broken.add(aggregate + " " + row.getLong(3) + " "
                            + Base64.getEncoder().encodeToString(hash.bytes()));
                }
                previous = hash;
            }
        }
        return broken;
    }
}
