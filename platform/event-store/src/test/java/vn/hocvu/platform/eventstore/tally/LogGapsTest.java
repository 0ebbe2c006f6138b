package vn.hocvu.platform.eventstore.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.eventstore.AuditTrail;

/** The log misses no committed event, and gives up only what can no longer come. */
class LogGapsTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static TallyWorld world;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        world = new TallyWorld(
                "hocvu.event-store.transaction-timeout=" + LIMIT.toMillis() + "ms", "hocvu.audit.interval=50ms");
        jdbc = world.service.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void anEventCommittedAfterLaterOnesComesIntoTheLogAfterThem() throws Exception {
        try (var held = world.connection()) {
            // However long this machine takes: only the order is tried here.
            held.createStatement().execute("set transaction_timeout = 0");
            held.setAutoCommit(false);
            TallyWorld.insert(held, "late", 1, Instant.now());
            var later = world.open();
            CommandsTest.awaitTrue(() -> leafOf(later) >= 0);
            assertThat(leafOf("late1")).isEqualTo(-1);

            held.commit();
        }

        CommandsTest.awaitTrue(() -> leafOf("late1") >= 0);
        assertThat(leafOf("late1")).isEqualTo(size() - 1);
    }

    /** Longer than any limit, as a commit on a stalled disk might: the database still counts the transaction as running. */
    @Test
    void aTransactionThatOutlivesTheLimitIsStillWaitedFor() throws Exception {
        try (var held = world.connection()) {
            held.createStatement().execute("set transaction_timeout = 0");
            held.setAutoCommit(false);
            TallyWorld.insert(held, "stalled", 1, Instant.now());
            var later = world.open();
            CommandsTest.awaitTrue(() -> leafOf(later) >= 0);
            // Time itself is what is tested here.
            LockSupport.parkNanos(LIMIT.multipliedBy(3).toNanos());

            held.commit();
        }

        CommandsTest.awaitTrue(() -> leafOf("stalled1") >= 0);
    }

    @Test
    void positionsThatWereTakenInVainAreGivenUp() throws Exception {
        try (var undone = world.connection()) {
            undone.setAutoCommit(false);
            TallyWorld.insert(undone, "undone", 3, Instant.now());
            undone.rollback();
            jump(undone);
        }
        var later = world.open();

        CommandsTest.awaitTrue(() -> leafOf(later) >= 0);
        CommandsTest.awaitTrue(() -> waiting().equals("[]"));
    }

    @Test
    void everyEventIsInTheLogOnce() {
        for (var i = 0; i < 120; i++) {
            world.open();
        }

        CommandsTest.awaitTrue(
                () -> world.service.getBean(AuditTrail.class).status().leaves()
                        == jdbc.sql("select count(*) from domain_event_entry")
                                .query(Long.class)
                                .single());
        assertThat(jdbc.sql("select count(*) from audit_leaf l join domain_event_entry e on e.global_index = l.position"
                                + " and e.sequence_number = l.sequence_number")
                        .query(Long.class)
                        .single())
                .isEqualTo(size());
        assertThat(jdbc.sql("select max(leaf) + 1 from audit_leaf")
                        .query(Long.class)
                        .single())
                .isEqualTo(size());
    }

    private static void jump(Connection connection) throws Exception {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("select setval(pg_get_serial_sequence('domain_event_entry', 'global_index'),"
                    + " (select max(global_index) from domain_event_entry) + 5000000)");
        }
    }

    private static long leafOf(String aggregate) {
        return jdbc.sql("select coalesce(min(leaf), -1) from audit_leaf where aggregate_identifier = ?")
                .param(aggregate)
                .query(Long.class)
                .single();
    }

    private static long size() {
        return jdbc.sql("select count(*) from audit_leaf").query(Long.class).single();
    }

    private static String waiting() {
        return jdbc.sql("select waiting from audit_log").query(String.class).single();
    }
}
