package vn.hocvu.planning.trainingplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hocvu.planning.trainingplan.PlanCommand.*;

/** P1 and P4 hold after whatever is ordered, in whatever order. */
class AnyHistoryTest {
    private static final int ORDERS = 150;
    private static final PlanYear YEAR = new PlanYear(2020);
    private static final PlanId PLAN = PlanId.of(YEAR);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLedgerAlwaysBalances(long seed) {
        var random = new Random(seed);
        var engine = new InMemoryEventStorageEngine();
        var configuration = DefaultConfigurer.defaultConfiguration(false)
                .configureAggregate(TrainingPlan.class)
                .configureEmbeddedEventStore(c -> engine)
                .registerComponent(CarryOverBook.class, c -> Sample.BOOK)
                .registerComponent(AmendmentThreshold.class, c -> new AmendmentThreshold(1_000, 1_000_000))
                .start();
        try {
            int refused = 0;
            for (int n = 0; n < ORDERS; n++) {
                var order = n == 0 ? new DraftPlan(PLAN, Sample.JAN_2) : any(random, n, state(engine));
                try {
                    configuration.commandGateway().sendAndWait(by("person-" + n, order));
                } catch (PlanRefusal refusal) {
                    refused++;
                }
                requireBalance(state(engine));
            }
            assertThat(refused).isBetween(1, ORDERS - 1);
        } finally {
            configuration.shutdown();
        }
    }

    private static void requireBalance(PlanState state) {
        for (var item : state.items()) {
            var f = item.fulfilment();
            assertThat(f.remaining()).as("P4 of %s", item).isNotNegative();
            assertThat(f.granted() + f.opened() + f.unfulfilled() + f.remaining())
                    .as("S4 of %s", item)
                    .isEqualTo(item.terms().quota().classes());
            assertThat(item.unfulfilledLearners()).isNotNegative();
        }
        var totals = state.totals();
        sumsTo(
                totals.classes(),
                state,
                i -> i.terms().classType(),
                i -> i.terms().quota().classes());
        sumsTo(
                totals.classes(),
                state,
                i -> i.terms().funding(),
                i -> i.terms().quota().classes());
        sumsTo(
                totals.classes(),
                state,
                i -> i.terms().venue(),
                i -> i.terms().quota().classes());
        sumsTo(totals.learners(), state, i -> i.terms().category(), AnyHistoryTest::learners);
        sumsTo(totals.learners(), state, i -> i.terms().venue(), AnyHistoryTest::learners);
    }

    private static int learners(PlanItem item) {
        var learners = item.terms().quota().learners();
        return learners == null ? 0 : learners;
    }

    private static void sumsTo(
            int total, PlanState state, Function<PlanItem, Object> dimension, Function<PlanItem, Integer> number) {
        var parts =
                state.items().stream().collect(Collectors.groupingBy(dimension, Collectors.summingInt(number::apply)));
        assertThat(parts.values().stream().mapToInt(Integer::intValue).sum())
                .as("P1")
                .isEqualTo(total);
    }

    private static PlanState state(InMemoryEventStorageEngine engine) {
        var state = PlanState.EMPTY;
        var events = engine.readEvents(PLAN.value(), 0);
        while (events.hasNext()) {
            state = state.after((PlanEvent) events.next().getPayload(), null);
        }
        return state;
    }

    private static CommandMessage<Object> by(String person, PlanCommand order) {
        return GenericCommandMessage.<Object>asCommandMessage(order)
                .andMetaData(Map.of("actor", person, "role", PlanRights.SCHOOL_BOARD));
    }

    /** Amends an item as it stands, or as it stood before another amendment. */
    private static PlanCommand anyAmendment(Random random, PlanItemId itemId, PlanState state) {
        var number = 1 + random.nextInt(Math.max(1, state.amendments().ever()));
        if (random.nextInt(3) > 0 || state.find(itemId).isEmpty()) {
            return new ApproveAmendment(PLAN, AmendmentId.of(YEAR, number), Sample.DECISION, Sample.MAY_12);
        }
        var before = state.item(itemId).terms();
        int classes = Math.max(1, before.quota().classes() + random.nextInt(5) - 2);
        var after = before.with(Quota.explicit(classes, classes * 60));
        var kind = random.nextBoolean() ? AmendmentKind.INCREASE : AmendmentKind.DECREASE;
        return new ProposeAmendment(
                PLAN,
                random.nextInt(4) == 0 ? AmendmentKind.REMOVE_ITEM : kind,
                itemId,
                before,
                random.nextInt(4) == 0 ? null : after,
                AmendmentReason.NEED_CHANGED,
                null,
                Sample.DECISION,
                Sample.MAY_12);
    }

    private static PlanCommand any(Random random, int n, PlanState state) {
        var item = PlanItemId.of(YEAR, 1 + random.nextInt(6));
        var classId = new ClassId("c-" + random.nextInt(12));
        var venue = random.nextBoolean() ? Sample.TRUONG : Sample.BA_VI_CENTER;
        return switch (n < 25 ? random.nextInt(3) : 3 + random.nextInt(12)) {
            case 0, 1 -> new AddPlanItem(PLAN, anyTerms(random), Sample.JAN_2);
            case 2 ->
                random.nextBoolean()
                        ? new ChangePlanItem(PLAN, item, anyTerms(random), Sample.JAN_2)
                        : new RemovePlanItem(PLAN, item, Sample.JAN_2);
            case 3 -> new SubmitPlan(PLAN, Sample.JAN_2);
            case 4 -> new ApprovePlan(PLAN, Sample.DECISION, Sample.JAN_2);
            case 5 -> new AllocatePlan(PLAN, Sample.DECISION, null, Sample.JAN_2);
            case 6, 7 -> new GrantClassSlot(PLAN, item, classId, anyType(random), venue, Sample.MAY_12);
            case 8 -> new LinkClass(PLAN, item, classId, 50 + random.nextInt(40), Sample.MAY_12);
            case 9 -> new ReturnClassSlot(PLAN, item, classId, Sample.MAY_12);
            case 10 -> new RecordAwaitedDocument(PLAN, item, Sample.DECISION, Sample.MAY_12);
            case 11, 12, 13 -> anyAmendment(random, item, state);
            default ->
                new MarkUnfulfilled(
                        PLAN,
                        item,
                        random.nextInt(3),
                        random.nextBoolean() ? null : random.nextInt(200),
                        UnfulfilledReason.VENUE_UNAVAILABLE,
                        null,
                        random.nextBoolean() ? classId : null,
                        null,
                        Sample.DEC_31);
        };
    }

    private static ClassType anyType(Random random) {
        return random.nextInt(4) == 0 ? ClassType.BOI_DUONG : ClassType.TC_LLCT;
    }

    private static PlanItemTerms anyTerms(Random random) {
        var choices = new ArrayList<>(
                List.of(Sample.SCHOOL_TERMS, Sample.BA_VI_TERMS, Sample.COURSE_TERMS, Sample.AMBIGUOUS_TERMS));
        choices.add(Sample.theory(
                new Funding(FundingSource.CITY_BUDGET, null),
                new PlannedVenue(VenueType.CENTER, null),
                Quota.ofSize(1 + random.nextInt(6), 40 + random.nextInt(50))));
        return choices.get(random.nextInt(choices.size()));
    }
}
