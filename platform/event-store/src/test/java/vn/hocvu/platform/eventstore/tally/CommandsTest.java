package vn.hocvu.platform.eventstore.tally;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hocvu.platform.eventstore.tally.TallyService.AN;
import static vn.hocvu.platform.eventstore.tally.TallyService.STRANGER;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.local.servers.Database;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.NotPermitted;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.eventstore.StaleVersion;
import vn.hocvu.platform.eventstore.TooLarge;
import vn.hocvu.platform.eventstore.UnknownAggregate;
import vn.hocvu.platform.eventstore.tally.Tally.Limit;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand.AddMark;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand.AddMarks;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand.LookAt;
import vn.hocvu.platform.eventstore.tally.Tally.TallyCommand.OpenTally;
import vn.hocvu.platform.eventstore.tally.Tally.TallyExists;
import vn.hocvu.platform.eventstore.tally.Tally.TallyFull;
import vn.hocvu.platform.eventstore.tally.Tally.TallyId;

class CommandsTest {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Database DATABASE = TallyService.database();
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        one = TallyService.start(DATABASE);
        other = TallyService.start(DATABASE);
        jdbc = one.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @AfterEach
    void noPause() {
        pauseWith(command -> {});
    }

    @Test
    void anOrderIsKeptUnderStableWordsWithWhoAndWhy() {
        var id = tally(3);

        var outcome = send(Order.of(new AddMark(id, "đầu tiên"), AN)
                .withCommandId(id + "-mark")
                .causedBy("story", "cause"));

        assertThat(outcome).isEqualTo(new Outcome(id + "-mark", id.value(), 1, false, 1));
        var row = jdbc.sql(
                        "select * from domain_event_entry where aggregate_identifier = ? order by sequence_number desc"
                                + " limit 1")
                .param(id.value())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("payload_type", "MarkAdded")
                .containsEntry("payload_revision", "1")
                .containsEntry("type", "Tally");
        assertThat((String) row.get("payload"))
                .isEqualTo("{\"id\":\"" + id + "\",\"note\":\"đầu tiên\",\"by\":\"MARKER\"}");
        assertThat((String) row.get("meta_data"))
                .contains(
                        "\"actor\":\"an\"",
                        "\"role\":\"MARKER\"",
                        "\"organization\":\"ba-vi\"",
                        "\"commandId\":\"" + id + "-mark\"",
                        "\"correlationId\":\"story\"",
                        "\"causationId\":\"cause\"")
                .doesNotContain("vn.hocvu", "expectedVersion");
        assertThat(jdbc.sql("select count(*) from domain_event_entry where payload like '%vn.hocvu%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSameIdTwiceGivesTheFirstOutcome() {
        var id = tally(3);
        var order = Order.of(new AddMark(id, "once"), AN);

        var first = send(order);
        var again = other.getBean(Commands.class).send(order);

        assertThat(again)
                .isEqualTo(new Outcome(first.commandId(), first.aggregateId(), first.version(), true, first.result()));
        assertThat(marks(id)).isEqualTo(1);
    }

    @Test
    void ofTwoAtTheSameMomentWithOneIdTheSecondWaitsForTheFirstOutcome() throws Exception {
        var id = tally(3);
        var order = Order.of(new AddMark(id, "once"), AN);
        var deciding = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        pauseWith(command -> {
            deciding.countDown();
            await(mayGoOn);
        });

        var first = supplyAsync(() -> send(order), THREADS);
        await(deciding);
        var second = supplyAsync(() -> other.getBean(Commands.class).send(order), THREADS);
        awaitWaiters(1);
        mayGoOn.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS).repeated()).isFalse();
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome(order.commandId(), id.value(), 1, true, 1));
        assertThat(marks(id)).isEqualTo(1);
    }

    @Test
    void aRefusalLeavesNothingAndTheSameIdIsDecidedAnew() {
        var id = new TallyId("t-" + UUID.randomUUID());
        var order = Order.of(new AddMark(id, "early"), AN);

        assertThatThrownBy(() -> send(order)).isInstanceOf(UnknownAggregate.class);
        send(Order.of(new OpenTally(id, new Limit(1)), AN));

        assertThat(send(order).version()).isEqualTo(1);
        var refused = Order.of(new AddMark(id, "late"), AN);
        assertThatThrownBy(() -> send(refused)).isInstanceOf(TallyFull.class);
        assertThat(jdbc.sql("select count(*) from handled_command where command_id = ?")
                        .param(refused.commandId())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> send(Order.of(new OpenTally(id, new Limit(1)), AN)))
                .isInstanceOf(TallyExists.class);
    }

    @Test
    void aDecisionOnAnOldStateIsStale() {
        var id = tally(9);
        send(Order.of(new AddMark(id, "a"), AN).withExpectedVersion(0L));

        assertThatThrownBy(() -> send(Order.of(new AddMark(id, "b"), AN).withExpectedVersion(0L)))
                .isInstanceOfSatisfying(StaleVersion.class, stale -> {
                    assertThat(stale.expected()).isZero();
                    assertThat(stale.actual()).isEqualTo(1);
                });
        assertThatThrownBy(() -> send(Order.of(new AddMark(id, "c"), AN).withExpectedVersion(7L)))
                .isInstanceOf(StaleVersion.class);
        assertThat(send(Order.of(new AddMark(id, "d"), AN).withExpectedVersion(1L))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void whoHasNoRightIsDeniedAndTheAttemptIsKept() {
        var id = tally(3);

        assertThatThrownBy(() -> send(Order.of(new AddMark(id, "x"), STRANGER)))
                .isInstanceOfSatisfying(
                        NotPermitted.class,
                        denied -> assertThat(denied.neededRoles()).contains("MARKER"));

        assertThat(jdbc.sql("select actor, attempt, target, reason from denied_attempt where target = ?")
                        .param(id.value())
                        .query()
                        .singleRow())
                .containsEntry("actor", "stranger")
                .containsEntry("attempt", "AddMark")
                .containsEntry("reason", "role");
        assertThat(one.getBean(MeterRegistry.class)
                        .get("hocvu.denied")
                        .tag("reason", "role")
                        .counter()
                        .count())
                .isPositive();
        assertThat(send(Order.of(new AddMark(id, "x"), Actor.policy("WhenAsked")))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        var id = tally(9);

        assertThatThrownBy(() -> send(Order.of(new AddMark(id, "x".repeat(300_000)), AN)))
                .isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> send(Order.of(new AddMarks(id, 501, "x"), AN))).isInstanceOf(TooLarge.class);

        assertThat(marks(id)).isZero();
        assertThat(send(Order.of(new AddMarks(id, 500, "x"), AN)).version()).isEqualTo(500);
    }

    @Test
    void twoReplicasOnOneAggregateLoseNoMarkAndNeverPassTheLimit() throws Exception {
        var id = tally(30);
        var refused = new AtomicInteger();

        var orders = IntStream.range(0, 60)
                .mapToObj(i -> supplyAsync(
                        () -> {
                            try {
                                return (i % 2 == 0 ? one : other)
                                        .getBean(Commands.class)
                                        .send(Order.of(new AddMark(id, "m" + i), AN));
                            } catch (TallyFull full) {
                                refused.incrementAndGet();
                                return null;
                            }
                        },
                        THREADS))
                .toList();
        CompletableFuture.allOf(orders.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

        assertThat(marks(id)).isEqualTo(30);
        assertThat(refused).hasValue(30);
        assertThat(sequences(id))
                .isEqualTo(IntStream.rangeClosed(0, 30).mapToObj(Long::valueOf).toList());
    }

    @Test
    void anAggregateInMemoryThatFellBehindIsReadAnew() {
        var id = tally(2);
        send(Order.of(new AddMark(id, "here"), AN));
        other.getBean(Commands.class).send(Order.of(new AddMark(id, "there"), AN));

        assertThatThrownBy(() -> send(Order.of(new AddMark(id, "one too many"), AN)))
                .isInstanceOf(TallyFull.class);
    }

    @Test
    void aLongHistoryIsReadFromItsKeptState() throws Exception {
        var id = tally(10_000);
        for (var i = 0; i < 4; i++) send(Order.of(new AddMarks(id, 250, "m"), AN));
        awaitTrue(() -> jdbc.sql("select count(*) from snapshot_event_entry where aggregate_identifier = ? and"
                                + " sequence_number > 200")
                        .param(id.value())
                        .query(Long.class)
                        .single()
                == 1);

        var state = jdbc.sql("select * from snapshot_event_entry where aggregate_identifier = ?")
                .param(id.value())
                .query()
                .singleRow();
        assertThat(state).containsEntry("payload_type", "Tally");
        assertThat((String) state.get("payload")).contains("\"limit\":10000").doesNotContain("vn.hocvu");
        try (var cold = TallyService.start(DATABASE)) {
            assertThat(cold.getBean(Commands.class)
                            .send(Order.of(new LookAt(id), AN))
                            .result())
                    .isEqualTo(1000);
            assertThat(cold.getBean(Commands.class)
                            .send(Order.of(new AddMark(id, "on"), AN))
                            .version())
                    .isEqualTo(1001);
        }
    }

    @Test
    void aKeptStateOfAnotherShapeIsNotRead() throws Exception {
        var id = tally(10_000);
        send(Order.of(new AddMarks(id, 300, "m"), AN));
        send(Order.of(new AddMark(id, "m"), AN));
        awaitTrue(() -> jdbc.sql("select count(*) from snapshot_event_entry where aggregate_identifier = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single()
                == 1);
        jdbc.sql("update snapshot_event_entry set payload = '{}', payload_revision = 'older' where"
                        + " aggregate_identifier = ?")
                .param(id.value())
                .update();

        assertThat(other.getBean(Commands.class)
                        .send(Order.of(new LookAt(id), AN))
                        .result())
                .isEqualTo(301);
    }

    @Test
    void anOrderWhoseAnswerToACommitWasLostIsSettledByItsId() {
        var id = tally(3);
        one.getBean(AtomicInteger.class).set(1);

        var order = Order.of(new AddMark(id, "kept"), AN);

        assertThat(send(order)).isEqualTo(new Outcome(order.commandId(), id.value(), 1, false, 1));
        assertThat(send(order).repeated()).isTrue();
        assertThat(marks(id)).isEqualTo(1);
    }

    @Test
    void underARoleOfItsOwnTheServiceCanAddAndReadEventsAndNothingElse() {
        var owner = TallyService.database();
        var application = TallyService.database();
        try (var service = TallyService.start(
                new Database(owner.url(), application.username(), application.password()),
                "hocvu.postgres.migration-username=" + owner.username(),
                "hocvu.postgres.migration-password=" + owner.password())) {
            var id = new TallyId("t-" + UUID.randomUUID());
            service.getBean(Commands.class).send(Order.of(new OpenTally(id, new Limit(1)), AN));

            for (var sql : List.of(
                    "update domain_event_entry set payload = ''",
                    "delete from domain_event_entry",
                    "update domain_event_entry set hash = null",
                    "update audit_leaf set leaf = 7",
                    "delete from audit_leaf",
                    "update audit_entry set entry = ''",
                    "delete from audit_entry",
                    "delete from audit_verification",
                    "alter table domain_event_entry disable trigger all")) {
                assertThatThrownBy(
                                () -> service.getBean(JdbcClient.class).sql(sql).update())
                        .rootCause()
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void storedEventsAreNeverChangedOrRemoved() {
        tally(1);

        for (var sql : List.of(
                "update domain_event_entry set payload = '{}'",
                "delete from domain_event_entry",
                "truncate domain_event_entry")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("never changed");
        }
        for (var sql : List.of(
                "update audit_leaf set leaf = 7",
                "delete from audit_entry",
                "truncate audit_leaf, audit_verification")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("only added to");
        }
    }

    @Test
    void ordersAreMeasuredByAggregateAndOutcome() {
        tally(1);

        var meters = one.getBean(MeterRegistry.class);
        assertThat(meters.get("hocvu.decisions")
                        .tags("aggregate", "Tally", "outcome", "accepted")
                        .counter()
                        .count())
                .isPositive();
        assertThat(meters.get("hocvu.command.duration")
                        .tags("aggregate", "Tally")
                        .timer()
                        .count())
                .isPositive();
        assertThat(meters.get("hocvu.clock.difference").gauge().value()).isBetween(0.0, 1.0);
    }

    private static TallyId tally(int limit) {
        var id = new TallyId("t-" + UUID.randomUUID());
        send(Order.of(new OpenTally(id, new Limit(limit)), AN));
        return id;
    }

    private static Outcome send(Order order) {
        return one.getBean(Commands.class).send(order);
    }

    private static int marks(TallyId id) {
        return (int) send(Order.of(new LookAt(id), AN)).result();
    }

    private static List<Long> sequences(TallyId id) {
        return new ArrayList<>(
                jdbc.sql("select sequence_number from domain_event_entry where aggregate_identifier = ? order by 1")
                        .param(id.value())
                        .query(Long.class)
                        .list());
    }

    @SuppressWarnings("unchecked")
    private static void pauseWith(Tally.Pause pause) {
        one.getBean(AtomicReference.class).set(pause);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiters(int waiters) {
        awaitTrue(() -> jdbc.sql("select count(*) from pg_stat_activity where datname = current_database() and"
                                + " wait_event_type = 'Lock'")
                        .query(Long.class)
                        .single()
                >= waiters);
    }

    static void awaitTrue(java.util.function.BooleanSupplier condition) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(15))
                .pollInterval(java.time.Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }
}
