package vn.hocvu.proof.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hocvu.proof.checker.Evidence.Intake;
import vn.hocvu.proof.checker.Evidence.Limit;
import vn.hocvu.proof.checker.Evidence.Meter;
import vn.hocvu.proof.checker.Evidence.Published;
import vn.hocvu.proof.checker.Evidence.RowPair;
import vn.hocvu.proof.checker.Evidence.Screen;
import vn.hocvu.proof.checker.Evidence.StoredEvent;
import vn.hocvu.proof.history.Told.Answer;
import vn.hocvu.proof.system.Service;

/** A checker that finds nothing proves nothing: each of these worlds is wrong in one thing, which it must name. */
class CheckerTest {
    @Test
    void aRightWorldHasNoDifference() {
        var world = SmallWorld.right();

        assertThat(Checker.findings(world.evidence())).isEmpty();
    }

    @Test
    void aRunThatIsSentOnceMoreIsRight() {
        var world = SmallWorld.right();
        world.events.subList(1, 4).forEach(world::publish);

        assertThat(Checker.findings(world.evidence())).isEmpty();
    }

    @Test
    void anUnansweredOrderMayHaveBeenDone() {
        var world = SmallWorld.right();
        world.enrol("giang", 1);
        world.told.removeLast();
        world.tell("giang", Answer.UNKNOWN, -1);

        assertThat(Checker.findings(world.evidence())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongWorlds")
    void aWrongWorldIsNamed(String what, String promise, Consumer<SmallWorld> wrong) {
        var world = SmallWorld.right();

        wrong.accept(world);

        assertThat(Checker.findings(world.evidence())).anyMatch(finding -> finding.startsWith(promise));
    }

    private static Arguments wrong(String what, String promise, Consumer<SmallWorld> change) {
        return Arguments.of(what, promise, change);
    }

    static Stream<Arguments> wrongWorlds() {
        return Stream.of(
                wrong("an acknowledged enrolment is lost", "I1", world -> lose(world, "binh")),
                wrong("an enrolment happened twice", "I1", world -> world.events.add(again(world.events.get(1)))),
                wrong("a refused order left an event", "I1", world -> {
                    world.enrol("giang", 1);
                    world.told.removeLast();
                    world.tell("giang", Answer.REFUSED, -1);
                }),
                wrong("asked again it gave another answer", "I1", world -> world.tell("an", Answer.OK, 2)),
                wrong("an outcome without its event", "I1", world -> {
                    world.tell("hanh", Answer.UNKNOWN, -1);
                    world.handled.put("hanh", new Evidence.Handled("hanh", SmallWorld.INTAKE, 9));
                }),
                wrong("an event without its outcome", "I1", world -> world.handled.remove("an")),
                wrong("a history has a gap", "I3", world -> world.events.remove(2)),
                wrong("a history has a fork", "I3", world -> world.events.add(at(world.events.get(2), "event-9"))),
                wrong("an event has two places", "I3", world -> world.events.add(world.events.get(2))),
                wrong("an event was never published", "I4", world -> world.records.remove(2)),
                wrong("the last event was never published", "I4", world -> world.records.removeLast()),
                wrong("nothing of an aggregate was published", "I4", world -> world.events.add(stranger())),
                wrong("something was published that is not stored", "I4", world -> world.publish(stranger())),
                wrong("a later event came first", "I4", world -> {
                    var second = world.records.remove(1);
                    world.records.add(2, second);
                }),
                wrong(
                        "a repeat says something else",
                        "I4",
                        world -> world.records.add(otherWords(world.records.get(3)))),
                wrong("a single event is repeated out of its run", "I4", world -> {
                    world.publish(world.events.get(0));
                    world.publish(world.events.get(2));
                }),
                wrong(
                        "a row differs from a fresh fold",
                        "I5",
                        world -> world.rows.add(row("{\"roll\":1}", "{\"roll\":2}"))),
                wrong("a row is missing", "I5", world -> world.rows.add(row(null, "{}"))),
                wrong("a row is too many", "I5", world -> world.rows.add(row("{}", null))),
                wrong(
                        "an open page shows an old figure",
                        "I6",
                        world -> world.screens.add(
                                new Screen("viewer", Map.of("running", "1"), Map.of("running", "2")))),
                wrong(
                        "an open page shows nothing",
                        "I6",
                        world -> world.screens.add(new Screen("viewer", Map.of(), Map.of("running", "2")))),
                wrong(
                        "more learners than seats",
                        "I7",
                        world -> List.of("giang", "hanh", "khoa").forEach(name -> world.enrol(name, 3))),
                wrong("two on one seat", "I7", world -> world.enrol("giang", 2)),
                wrong("a seat that the class does not have", "I7", world -> world.enrol("giang", 4)),
                wrong("one learner on two seats", "I7", world -> world.enrol("binh", 3)),
                wrong("somebody left who was not there", "I7", world -> world.leave("nobody")),
                wrong(
                        "people see another roll",
                        "I7",
                        world -> world.intakes.put(SmallWorld.INTAKE, new Intake(3, 2, 0))),
                wrong("a token grows", "I8", world -> world.limits.add(new Limit("token", 101, 100))),
                wrong(
                        "something is parked",
                        "I9",
                        world -> world.meters.add(new Meter("class", "hocvu_parked_keys", 1))),
                wrong("no instrument answers", "I9", world -> world.meters.clear()));
    }

    private static void lose(SmallWorld world, String learner) {
        world.events.removeIf(event -> learner.equals(event.commandId()));
        world.handled.remove(learner);
    }

    private static StoredEvent again(StoredEvent event) {
        return at(
                new StoredEvent(9, "", event.aggregate(), "", 4, event.type(), event.payload(), event.commandId()),
                "event-8");
    }

    private static StoredEvent at(StoredEvent event, String id) {
        return new StoredEvent(
                9,
                id,
                event.aggregate(),
                event.kind(),
                event.sequence(),
                event.type(),
                event.payload(),
                event.commandId());
    }

    private static StoredEvent stranger() {
        var first = new SmallWorld(1).events.getFirst();
        return new StoredEvent(8, "event-7", "class-2", first.kind(), 0, first.type(), first.payload(), null);
    }

    private static Published otherWords(Published record) {
        return new Published(
                record.topic(), 0, 99, record.key(), record.eventId(), record.sequence(), record.type(), "{}");
    }

    private static RowPair row(String kept, String fresh) {
        return new RowPair(Service.REPORTING, "ledger", "class-1", kept, fresh);
    }

    @Test
    void theFirstDifferenceIsToldInFullWithTheWayToRepeatIt() {
        var world = SmallWorld.right();
        lose(world, "binh");

        assertThatThrownBy(() -> Checker.check("after a kill", world.evidence(), "seed 42"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("after a kill")
                .hasMessageContaining("commandId=binh")
                .hasMessageContaining("seed 42");
    }

    /** N8: whoever asks a view whether a seat is free, and then gives it, sells it more than once. */
    @Test
    void seatsCheckedInAViewAreOversoldAndThatIsFound() {
        int seats = 30;
        var world = new SmallWorld(seats);
        var given = new ConcurrentLinkedQueue<Integer>();
        var everybodyHasLooked = new CyclicBarrier(200);

        var people = IntStream.range(0, 200)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    var free = given.size() < seats;
                    await(everybodyHasLooked);
                    if (free) given.add(number);
                }))
                .toList();
        people.forEach(CheckerTest::join);
        given.forEach(number -> world.enrol("learner-" + number, number % seats + 1));

        assertThat(Checker.findings(world.evidence()))
                .anyMatch(finding -> finding.startsWith("I7") && finding.contains("more learners than seats (30)"));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
