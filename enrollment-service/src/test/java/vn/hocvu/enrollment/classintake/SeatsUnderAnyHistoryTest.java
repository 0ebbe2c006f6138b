package vn.hocvu.enrollment.classintake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hocvu.enrollment.classintake.IntakeCommand.ConfirmRoll;
import vn.hocvu.enrollment.classintake.IntakeCommand.RecordDeath;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReleaseIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReopenIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.StartIntake;
import vn.hocvu.enrollment.classintake.IntakeCommand.TransferLearner;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerEnrolled;
import vn.hocvu.enrollment.classintake.IntakeEvent.LearnerWaitlisted;
import vn.hocvu.enrollment.classintake.IntakeEvent.PlaceEnded;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistLeft;
import vn.hocvu.enrollment.classintake.IntakeEvent.WaitlistPromoted;

/** E1 and E5 hold whatever people ask for, in whatever order. */
class SeatsUnderAnyHistoryTest {
    private static final int SEATS = 4;
    private static final int STEPS = 200;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverMoreLearnersThanSeatsAndTheWaitingListIsServedInOrder(long seed) {
        var random = new Random(seed);
        var commands = new ArrayList<Object>();
        commands.add(new IntakeCommand.OpenIntake(
                ClassIntakeTest.TC, ClassIntakeTest.terms(SEATS), ClassIntakeTest.NOV_23, ClassIntakeTest.OCT_26));
        for (int i = 0; i < STEPS; i++) {
            commands.add(anything(random));
        }

        var told = whatHappens(commands);

        assertSeatsHold(told, seed);
        assertFirstComeFirstServed(told, seed);
    }

    private static List<IntakeEvent> whatHappens(List<Object> commands) {
        var store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        var bus = SimpleCommandBus.builder().build();
        AggregateAnnotationCommandHandler.<ClassIntake>builder()
                .aggregateType(ClassIntake.class)
                .repository(EventSourcingRepository.builder(ClassIntake.class)
                        .eventStore(store)
                        .build())
                .build()
                .subscribe(bus);
        for (var command : commands) {
            bus.dispatch(GenericCommandMessage.asCommandMessage(command), NoOpCallback.INSTANCE);
        }
        return store.readEvents(ClassIntakeTest.TC.value())
                .asStream()
                .map(message -> (IntakeEvent) message.getPayload())
                .toList();
    }

    private static Object anything(Random random) {
        var learner = new LearnerId("learner-" + random.nextInt(12));
        return switch (random.nextInt(20)) {
            case 0 -> new ConfirmRoll(ClassIntakeTest.TC, null, ClassIntakeTest.NOV_23);
            case 1 ->
                new ReopenIntake(
                        ClassIntakeTest.TC,
                        ClassIntakeTest.NOV_23.plusDays(random.nextInt(30)),
                        ClassIntakeTest.NOV_23);
            case 2 ->
                random.nextInt(4) == 0
                        ? new StartIntake(ClassIntakeTest.TC, ClassIntakeTest.NOV_23, null)
                        : ClassIntakeTest.enrol(learner);
            case 3 -> new RecordDeath(ClassIntakeTest.TC, learner, ClassIntakeTest.NOV_30);
            case 4 ->
                new TransferLearner(
                        ClassIntakeTest.TC,
                        ClassIntakeTest.place(learner),
                        learner,
                        ClassIntakeTest.OTHER,
                        ClassType.TC_LLCT,
                        ClassIntakeTest.BA_VI,
                        ClassIntakeTest.DECISION,
                        ClassIntakeTest.NOV_9);
            case 5 ->
                random.nextInt(8) == 0
                        ? new ReleaseIntake(ClassIntakeTest.TC, ReleaseCause.CLASS_TERMINATED, ClassIntakeTest.NOV_30)
                        : ClassIntakeTest.withdraw(learner, ClassIntakeTest.NOV_30);
            case 6, 7, 8, 9, 10 -> ClassIntakeTest.withdraw(learner, ClassIntakeTest.NOV_30);
            default -> ClassIntakeTest.enrol(learner);
        };
    }

    private static void assertSeatsHold(List<IntakeEvent> told, long seed) {
        var onRoll = new HashSet<LearnerId>();
        var seats = new HashSet<SeatNumber>();
        var seatOf = new HashMap<LearnerId, SeatNumber>();
        for (var event : told) {
            if (event instanceof LearnerEnrolled e) {
                assertThat(onRoll.add(e.learnerId())).as("seed %d: %s", seed, e).isTrue();
                assertThat(seats.add(e.seatNumber())).as("seed %d: %s", seed, e).isTrue();
                seatOf.put(e.learnerId(), e.seatNumber());
                assertThat(e.rollAfter()).as("seed %d", seed).isEqualTo(onRoll.size());
            } else if (event instanceof PlaceEnded e) {
                assertThat(onRoll.remove(e.learnerId()))
                        .as("seed %d: %s", seed, e)
                        .isTrue();
                seats.remove(seatOf.remove(e.learnerId()));
                assertThat(e.rollAfter()).as("seed %d", seed).isEqualTo(onRoll.size());
            }
            assertThat(onRoll.size()).as("seed %d after %s", seed, event).isLessThanOrEqualTo(SEATS);
        }
    }

    private static void assertFirstComeFirstServed(List<IntakeEvent> told, long seed) {
        var line = new ArrayDeque<LearnerId>();
        for (var event : told) {
            switch (event) {
                case LearnerWaitlisted e -> {
                    line.addLast(e.learnerId());
                    assertThat(e.position()).as("seed %d", seed).isEqualTo(line.size());
                }
                case WaitlistPromoted e ->
                    assertThat(e.learnerId()).as("seed %d", seed).isEqualTo(line.pollFirst());
                case WaitlistLeft e ->
                    assertThat(line.remove(e.learnerId())).as("seed %d", seed).isTrue();
                default -> {}
            }
        }
    }
}
