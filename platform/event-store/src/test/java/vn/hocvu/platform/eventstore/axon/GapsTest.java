package vn.hocvu.platform.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import vn.hocvu.platform.eventstore.StoreUnavailable;
import vn.hocvu.platform.eventstore.StoredEvents;
import vn.hocvu.platform.eventstore.tally.TallyWorld;

/** No committed event appears behind a reader (G1 to G6); and each guard is needed: without it, the checker finds a loss. */
class GapsTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static TallyWorld world;
    private static JdbcClient jdbc;

    private TrackingToken here;

    @BeforeAll
    static void start() {
        world = new TallyWorld("hocvu.event-store.transaction-timeout=" + LIMIT.toMillis() + "ms");
        jdbc = world.service.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void fromHere() {
        here = GapAwareTrackingToken.newInstance(
                jdbc.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                        .query(Long.class)
                        .single(),
                List.of());
    }

    @Test
    void aTransactionHeldBelowTheLimitIsDeliveredAfterLaterOnes() throws Exception {
        try (var held = world.connection();
                var stream = world.service.getBean(StoredEvents.class).openStream(here)) {
            held.setAutoCommit(false);
            TallyWorld.insert(held, "held", 1, Instant.now());
            world.open();

            assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getPayloadType().getSimpleName()).isEqualTo("TallyOpened");
            held.commit();

            assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getIdentifier()).isEqualTo("held1");
        }
    }

    @Test
    void aTransactionHeldBeyondTheLimitIsEndedAndCannotCommit() throws Exception {
        for (var connection : List.of(
                world.connection(),
                world.service.getBean(javax.sql.DataSource.class).getConnection())) {
            try (connection) {
                connection.setAutoCommit(false);
                TallyWorld.insert(connection, "beyond", 1, Instant.now());
                holdBeyondTheLimit();

                assertThatThrownBy(connection::commit)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isIn("25P04", "08006", "08003"));
            } catch (SQLException e) {
                // the connection is gone with its transaction
            }
            assertThat(jdbc.sql("select count(*) from domain_event_entry where event_identifier like 'beyond%'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void theServerSaysThatTheLimitEndedIt() throws Exception {
        try (var connection = world.connection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            TallyWorld.insert(connection, "said", 1, Instant.now());

            assertThatThrownBy(() -> statement.execute(
                            "select pg_sleep(" + LIMIT.plusSeconds(1).toSeconds() + ")"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P04"));
        }
    }

    @Test
    void aHandlerSlowerThanTheLimitStoresNothing() {
        var id = world.open();
        world.beforeEachDecision(GapsTest::holdBeyondTheLimit);

        assertThatThrownBy(() -> world.mark(id)).isInstanceOf(StoreUnavailable.class);

        world.beforeEachDecision(() -> {});
        assertThat(world.mark(id).version()).isEqualTo(1);
    }

    @Test
    void aTokenWithGapsIsReadBackAsItWasStored() {
        var tokens = world.service.getBean(TokenStore.class);
        var token = GapAwareTrackingToken.newInstance(9, List.of(3L, 7L));

        world.service.getBean(TransactionManager.class).executeInTransaction(() -> {
            tokens.initializeTokenSegments("reader", 1, token);
            assertThat(tokens.fetchToken("reader", 0)).isEqualTo(token);
        });

        assertThat(jdbc.sql("select token from token_entry where processor_name = 'reader'")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"index\":9,\"gaps\":[3,7]}");
    }

    @Test
    void thousandsOfGapsAreReadAtOnce() throws Exception {
        // Rolled-back positions stay gaps until the time-out; single parameters would end at 65,535.
        try (var gaps = new TallyWorld();
                var connection = gaps.connection();
                var statement = connection.createStatement()) {
            gaps.open();
            statement.execute("select setval(pg_get_serial_sequence('domain_event_entry', 'global_index'), 70000)");
            gaps.open();

            var engine = gaps.service.getBean(EventStorageEngine.class);
            var token = read(engine, engine.createTailToken(), new ArrayList<>());

            assertThat(((GapAwareTrackingToken) token).getGaps()).hasSizeGreaterThan(65_535);
            assertThat(read(engine, token, new ArrayList<>())).isEqualTo(token);
        }
    }

    @Test
    void withoutG2AShortTimeOutLosesWhatAPausedReaderHasNotSeen() throws Exception {
        assertThat(delivers(
                        settings(Duration.ofSeconds(60), 1_000_000),
                        1,
                        Instant.now().minusSeconds(2)))
                .isTrue();

        assertThat(delivers(
                        settings(Duration.ofSeconds(1), 1_000_000),
                        1,
                        Instant.now().minusSeconds(2)))
                .isFalse();
    }

    @Test
    void withoutG3AnEventStampedLongBeforeItsTransactionHidesAnother() throws Exception {
        assertThat(delivers(
                        settings(Duration.ofSeconds(60), 1_000_000),
                        1,
                        Instant.now().minusSeconds(90)))
                .isFalse();
    }

    @Test
    void withoutG4ManyLaterEventsHideOneInFlight() throws Exception {
        assertThat(delivers(settings(Duration.ofSeconds(60), 1_000_000), 12_000, Instant.now()))
                .isTrue();

        fromHere();
        assertThat(delivers(settings(Duration.ofSeconds(60), 10_000), 12_000, Instant.now()))
                .isFalse();
    }

    @Test
    void withoutG5AReaderThatStartsAtTheHeadMissesWhatIsInFlight() throws Exception {
        var engine = world.service.getBean(EventStorageEngine.class);
        TrackingToken head;
        try (var held = world.connection()) {
            held.setAutoCommit(false);
            TallyWorld.insert(held, "inflight", 1, Instant.now());
            world.open();
            head = engine.createHeadToken();
            held.commit();
        }
        var fromHead = new ArrayList<String>();
        var fromTail = new ArrayList<String>();

        read(engine, head, fromHead);
        read(engine, engine.createTailToken(), fromTail);

        assertThat(fromHead).doesNotContain("inflight1");
        assertThat(fromTail).contains("inflight1");
    }

    /** One event in flight while others are committed and read: is it delivered once it is committed? */
    private boolean delivers(EventStoreSettings settings, int others, Instant stamped) throws SQLException {
        var engine = EventStoreAutoConfiguration.engine(
                (StableNames) world.service.getBean(Serializer.class),
                world.service.getBean(ConnectionProvider.class),
                world.service.getBean(TransactionManager.class),
                new EventUpcasterChain(),
                settings,
                true);
        var seen = new ArrayList<String>();
        var name = "d" + System.nanoTime();
        try (var held = world.connection();
                var other = world.connection()) {
            // However long this machine takes to read: only the reader's own guards are tried here.
            held.createStatement().execute("set transaction_timeout = 0");
            held.setAutoCommit(false);
            TallyWorld.insert(held, name + "held", 1, Instant.now());
            TallyWorld.insert(other, name + "other", others, stamped);
            var token = read(engine, here, seen);
            held.commit();
            read(engine, token, seen);
        }
        assertThat(seen).contains(name + "other" + others);
        return seen.contains(name + "held1");
    }

    private static TrackingToken read(EventStorageEngine engine, TrackingToken from, List<String> seen) {
        var token = new TrackingToken[] {from};
        try (var events = engine.readEvents(from, false)) {
            events.forEach(event -> {
                seen.add(event.getIdentifier());
                token[0] = event.trackingToken();
            });
        }
        return token[0];
    }

    private static EventStoreSettings settings(Duration gapTimeout, int largestOffset) {
        return new EventStoreSettings(
                LIMIT,
                gapTimeout,
                largestOffset,
                Duration.ofSeconds(2),
                200,
                100,
                5,
                Duration.ofSeconds(3),
                DataSize.ofKilobytes(256),
                500,
                Duration.ofMillis(200),
                true);
    }

    private static void holdBeyondTheLimit() {
        // Time itself is what is tested here.
        LockSupport.parkNanos(LIMIT.plusMillis(400).toNanos());
    }
}
