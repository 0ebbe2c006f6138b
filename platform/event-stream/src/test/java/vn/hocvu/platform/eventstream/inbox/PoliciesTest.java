package vn.hocvu.platform.eventstream.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.platform.eventstream.inbox.BellService.send;
import static vn.hocvu.platform.eventstream.inbox.BellService.tell;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.local.servers.Database;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;

/** A policy orders once whatever is delivered twice; what it cannot handle waits with all that follows of its key. */
class PoliciesTest {
    private static final Database DATABASE = BellService.database();
    private static final String TOPIC = BellService.topic();
    private static ConfigurableApplicationContext service;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        // Told before anybody listened: a new group begins at the earliest record.
        tell(TOPIC, "early", 0);
        service = BellService.start(DATABASE, TOPIC);
        jdbc = service.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aNewServiceHearsWhatWasToldBefore() {
        await("the bell has rung", () -> rings("early").equals(List.of(0)));
    }

    @Test
    void twiceIsOnce() {
        var duplicates = counted("hocvu.duplicates.skipped");
        for (var round = 0; round < 3; round++) IntStream.range(0, 3).forEach(i -> tell(TOPIC, "front", i));
        tell(TOPIC, "front", 3);

        await("all have rung", () -> rings("front").contains(3));

        assertThat(rings("front")).containsExactly(0, 1, 2, 3);
        assertThat(counted("hocvu.duplicates.skipped") - duplicates).isEqualTo(6);
    }

    @Test
    void theOrderCarriesTheStoryAndThePolicyAsItsActor() {
        tell(TOPIC, "story", 0);

        await("the bell has rung", () -> rings("story").equals(List.of(0)));

        assertThat(jdbc.sql("select meta_data from domain_event_entry where aggregate_identifier = 'story'")
                        .query(String.class)
                        .single())
                .contains("WhenDoorOpenedRingItsBell", "\"story-story\"", "\"causationId\":\"story-0\"", "POLICY");
    }

    @Test
    void aRefusalThatTheRuleForeseesIsAnOutcome() {
        IntStream.range(0, 12).forEach(i -> tell(TOPIC, "worn", i));
        tell(TOPIC, "after-worn", 0);

        await("the bell has rung nine times", () -> rings("worn").size() == 9);
        await("the next door is heard", () -> rings("after-worn").size() == 1);
        assertThat(parkedOf("worn")).isZero();
    }

    @Test
    void aFactThatAsksForNothingAndATypeNobodyReadsArePassedBy() {
        tell(TOPIC, "quiet", -1);
        send(TOPIC, "quiet", 1, "DoorPainted", "{}");
        tell(TOPIC, "quiet", 2);

        await("the bell has rung", () -> rings("quiet").equals(List.of(2)));
        assertThat(counted("hocvu.unknown.skipped")).isPositive();
    }

    @Test
    void whatCannotBeHandledWaitsWithAllThatFollowsOfItsKeyWhileOthersGoOn() {
        BellService.STUCK.add("back");
        IntStream.range(0, 5).forEach(i -> tell(TOPIC, "back", i));
        IntStream.range(0, 5).forEach(i -> tell(TOPIC, "side", i));

        await("the others have rung", () -> rings("side").size() == 5);
        await("three wait", () -> parkedOf("back") == 3);
        assertThat(health()).isEqualTo("DEGRADED");
        assertThat(rings("back")).containsExactly(0, 1);
        assertThat(parked().open("policies"))
                .filteredOn(p -> p.key().endsWith("back"))
                .first()
                .satisfies(p -> {
                    assertThat(p.reason()).contains("the rope is stuck");
                    assertThat(p.payload()).contains("\"number\":2");
                });

        BellService.STUCK.remove("back");
        parked().retry("policies", TOPIC + "/back");

        await("all have rung in order", () -> rings("back").equals(List.of(0, 1, 2, 3, 4)));
        assertThat(parkedOf("back")).isZero();
        await("nobody is worried any more", () -> health().equals("UP"));
        await("later ones are not held up", () -> {
            tell(TOPIC, "back", 5);
            return rings("back").contains(5);
        });
    }

    @Test
    void anUnreadableMessageWaitsUntilItIsClosedWithAReason() {
        tell(TOPIC, "torn", 0);
        send(TOPIC, "torn", 1, "DoorOpened", "{\"number\": \0 broken");
        tell(TOPIC, "torn", 2);
        await("two wait", () -> parkedOf("torn") == 2);

        var first = parked().open("policies").stream()
                .filter(p -> p.key().endsWith("torn"))
                .findFirst()
                .orElseThrow();
        parked().close(first.id(), "an", "the sender has withdrawn it");

        await("the rest is handled", () -> rings("torn").equals(List.of(0, 2)));
        assertThat(jdbc.sql("select closing_reason from parked_message where id = ?")
                        .param(first.id())
                        .query(String.class)
                        .single())
                .contains("withdrawn");
    }

    @Test
    void whatWaitsSurvivesARestart() {
        var database = BellService.database();
        var topic = BellService.topic();
        BellService.STUCK.add("cellar");
        try (var first = BellService.start(database, topic)) {
            IntStream.range(0, 4).forEach(i -> tell(topic, "cellar", i));
            await("two wait", () -> parked(first, "cellar") == 2);
        }
        BellService.STUCK.remove("cellar");
        tell(topic, "cellar", 4);

        try (var second = BellService.start(database, topic)) {
            await(
                    "all have rung in order",
                    () -> rings(second.getBean(JdbcClient.class), "cellar").equals(List.of(0, 1, 2, 3, 4)));
        }
    }

    private static String health() {
        return service.getBean("policiesHealthIndicator", HealthIndicator.class)
                .health()
                .getStatus()
                .getCode();
    }

    private static ParkedMessages parked() {
        return service.getBean(ParkedMessages.class);
    }

    private static long parkedOf(String door) {
        return parked(service, door);
    }

    private static long parked(ConfigurableApplicationContext context, String door) {
        return context.getBean(ParkedMessages.class).open("policies").stream()
                .filter(p -> p.key().endsWith("/" + door))
                .count();
    }

    private static List<Integer> rings(String bell) {
        return rings(jdbc, bell);
    }

    private static List<Integer> rings(JdbcClient jdbc, String bell) {
        return jdbc.sql("""
                        select (payload::json ->> 'number')::int from domain_event_entry
                        where aggregate_identifier = ? order by sequence_number
                        """).param(bell).query(Integer.class).list();
    }

    private static double counted(String meter) {
        return service.getBean(MeterRegistry.class).find(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static void await(String what, BooleanSupplier condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(30))
                .until(condition::getAsBoolean);
    }
}
