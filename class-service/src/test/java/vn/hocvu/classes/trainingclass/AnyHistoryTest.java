package vn.hocvu.classes.trainingclass;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.classes.trainingclass.Sample.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassEvent.*;

/** C1, C4 and C6 hold whatever orders arrive in whatever sequence. */
class AnyHistoryTest {
    static Configuration axon;
    static CommandGateway gateway;

    @BeforeAll
    static void start() {
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureAggregate(TrainingClass.class)
                .configureEmbeddedEventStore(c -> new InMemoryEventStorageEngine())
                .registerComponent(Rooms.class, c -> venue -> OptionalInt.of(150))
                .start();
        gateway = axon.commandGateway();
    }

    @AfterAll
    static void stop() {
        axon.shutdown();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLawsOfAClassHoldAfterEveryOrder(long seed) {
        var random = new Random(seed);
        var proposal = propose(seed, random.nextInt(4) == 0);
        var id = proposal.classId();
        send(proposal);

        for (int n = 0; n < 60; n++) {
            send(anyOrder(id, random));
            requireLaws(history(id));
        }
    }

    @Test
    void ofManyProposalsWithTheSameCodeAtOnceOneWins() throws Exception {
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int n = 0; n < 20; n++) {
            var like = propose(999, false);
            var order = withMinimum(like, 30 + n);
            tasks.add(() -> {
                try {
                    gateway.sendAndWait(order);
                    return true;
                } catch (ClassRefusal.ClassCodeTaken | ConcurrencyException e) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            int winners = 0;
            for (var done : threads.invokeAll(tasks)) {
                winners += done.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    private static ProposeClass withMinimum(ProposeClass like, int minimum) {
        return new ProposeClass(
                like.classCode(),
                like.planItemId(),
                like.offPlan(),
                like.classType(),
                like.category(),
                like.cohort(),
                like.curriculum(),
                like.studyMode(),
                like.venueId(),
                like.venueType(),
                like.venueOwnerOrgId(),
                like.fundingSource(),
                like.fundingOrgId(),
                like.requesterOrgId(),
                like.plannedLearners(),
                new Headcount(minimum),
                like.seats(),
                like.plannedStart(),
                like.plannedEnd(),
                like.participatingOrgIds(),
                like.effectiveOn());
    }

    private static void requireLaws(List<ClassEvent> history) {
        int openings = 0;
        var lastRoll = new RollReceived(CLASS, new Headcount(0), new RollVersion(1), MAY_5);
        int finalRoll = -1;
        boolean cancelled = false;
        boolean ended = false;
        for (var event : history) {
            assertThat(ended).as("nothing follows the end, but %s did", event).isFalse();
            switch (event) {
                case RollReceived e -> lastRoll = e;
                case ClassOpened e -> {
                    openings++;
                    assertThat(e.enrolledCount()).isEqualTo(lastRoll.enrolledCount());
                    assertThat(e.rollVersion()).isEqualTo(lastRoll.rollVersion());
                    assertThat(e.enrolledCount().count())
                            .isLessThanOrEqualTo(e.seats().count());
                    assertThat(cancelled).as("C6").isFalse();
                }
                case FinalRollReceived e -> finalRoll = e.learnerIds().size();
                case ClassGraduated e -> {
                    ended = true;
                    assertThat(e.counts().graduated() + e.counts().notGraduated())
                            .isEqualTo(finalRoll);
                    assertThat(e.outcomes()).hasSize(finalRoll);
                    assertThat(openings).isEqualTo(1);
                }
                case ClassClosed e -> {
                    ended = true;
                    assertThat(e.counts().completed() + e.counts().notCompleted())
                            .isEqualTo(finalRoll);
                }
                case ClassCancelled e -> {
                    ended = true;
                    cancelled = true;
                    assertThat(openings).as("C6").isZero();
                }
                case ClassTerminated e -> {
                    ended = true;
                    assertThat(openings).isEqualTo(1);
                }
                default -> {}
            }
        }
        assertThat(openings).as("C1").isLessThanOrEqualTo(1);
    }

    private static ClassCommand anyOrder(ClassId id, Random random) {
        var day = MAY_5.plusDays(random.nextInt(300));
        var document = DECISION;
        int learners = random.nextInt(100);
        return switch (random.nextInt(24)) {
            case 0, 1 -> new NoteSlotGranted(id, day);
            case 2 ->
                random.nextInt(4) == 0 ? new NoteSlotDenied(id, "QuotaExceeded", day) : new NoteSlotGranted(id, day);
            case 3, 4 -> new StartRecruiting(id, day.plusDays(random.nextInt(30)), day);
            case 5 -> new ExtendRecruiting(id, day.plusDays(random.nextInt(90)), day);
            case 6, 7, 8 -> new RecordRoll(id, new Headcount(learners), new RollVersion(1 + random.nextInt(20)), day);
            case 9 -> new OverrideMinimum(id, document, day);
            case 10, 11 -> new ConfirmReadiness(id, day);
            case 12, 13, 14 -> new OpenClass(id, document, day);
            case 15 -> new HoldOpeningCeremony(id, day, day);
            case 16 -> new StartTeaching(id, day);
            case 17 -> new SuspendClass(id, TOO_FEW, document, day);
            case 18 -> new ResumeClass(id, document, day);
            case 19 -> new CompleteTeaching(id, new Periods(1_056), document, NOV_2021);
            case 20 ->
                new RecordFinalRoll(id, new RollVersion(1 + random.nextInt(20)), learners(learners % 4), NOV_2021);
            case 21 -> new GraduateClass(id, document, null, someOutcomes(random, true), NOV_2021);
            case 22 -> new CloseClass(id, document, someOutcomes(random, false), NOV_2021);
            default ->
                random.nextInt(5) == 0
                        ? new TerminateClass(id, TOO_FEW, new Headcount(learners), document, NOV_2021)
                        : random.nextInt(5) == 0
                                ? new CancelClass(id, TOO_FEW, false, new Headcount(learners), document, day)
                                : new ConfirmReadiness(id, day);
        };
    }

    private static List<LearnerOutcome> someOutcomes(Random random, boolean diploma) {
        var outcomes = new ArrayList<LearnerOutcome>();
        for (var learner : learners(random.nextInt(4))) {
            boolean passed = random.nextBoolean();
            outcomes.add(
                    diploma
                            ? new LearnerOutcome(
                                    learner,
                                    passed ? Result.GRADUATED : Result.NOT_GRADUATED,
                                    passed ? Band.AVERAGE : null)
                            : new LearnerOutcome(learner, passed ? Result.COMPLETED : Result.NOT_COMPLETED, null));
        }
        return outcomes;
    }

    private static ProposeClass propose(long seed, boolean shortCourse) {
        var like = Sample.propose(shortCourse ? ClassType.BOI_DUONG : ClassType.TC_LLCT, 50);
        return new ProposeClass(
                new ClassCode("X-" + seed),
                like.planItemId(),
                false,
                like.classType(),
                like.category(),
                null,
                like.curriculum(),
                like.studyMode(),
                like.venueId(),
                like.venueType(),
                like.venueOwnerOrgId(),
                like.fundingSource(),
                like.fundingOrgId(),
                null,
                like.plannedLearners(),
                like.minLearners(),
                like.seats(),
                like.plannedStart(),
                LocalDate.of(2021, 12, 31),
                List.of(),
                MAY_5);
    }

    private static void send(ClassCommand order) {
        try {
            gateway.sendAndWait(order);
        } catch (ClassRefusal expected) {
            assertThat(expected.values()).isNotEmpty();
        }
    }

    private static List<ClassEvent> history(ClassId id) {
        return axon.eventStore()
                .readEvents(id.value())
                .asStream()
                .map(e -> (ClassEvent) e.getPayload())
                .toList();
    }
}
