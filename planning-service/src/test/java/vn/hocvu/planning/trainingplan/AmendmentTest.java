package vn.hocvu.planning.trainingplan;

import static vn.hocvu.planning.trainingplan.Sample.AMBIGUOUS_TERMS;
import static vn.hocvu.planning.trainingplan.Sample.BA_VI;
import static vn.hocvu.planning.trainingplan.Sample.BA_VI_TERMS;
import static vn.hocvu.planning.trainingplan.Sample.BOOK;
import static vn.hocvu.planning.trainingplan.Sample.COURSE;
import static vn.hocvu.planning.trainingplan.Sample.COURSE_TERMS;
import static vn.hocvu.planning.trainingplan.Sample.DECISION;
import static vn.hocvu.planning.trainingplan.Sample.DEC_31;
import static vn.hocvu.planning.trainingplan.Sample.JAN_2;
import static vn.hocvu.planning.trainingplan.Sample.MAY_12;
import static vn.hocvu.planning.trainingplan.Sample.NEXT_JAN_10;
import static vn.hocvu.planning.trainingplan.Sample.NOWHERE;
import static vn.hocvu.planning.trainingplan.Sample.PLAN;
import static vn.hocvu.planning.trainingplan.Sample.SCHOOL;
import static vn.hocvu.planning.trainingplan.Sample.SCHOOL_TERMS;
import static vn.hocvu.planning.trainingplan.Sample.TC_01;
import static vn.hocvu.planning.trainingplan.Sample.TC_02;
import static vn.hocvu.planning.trainingplan.Sample.TRUONG;
import static vn.hocvu.planning.trainingplan.Sample.YEAR;
import static vn.hocvu.planning.trainingplan.Sample.allocated;
import static vn.hocvu.planning.trainingplan.Sample.and;
import static vn.hocvu.planning.trainingplan.Sample.approved;
import static vn.hocvu.planning.trainingplan.Sample.by;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hocvu.planning.trainingplan.PlanCommand.*;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanRefusal.*;

/** P2, P3, P4 and P8 for amendments, and the clarification of ambiguous numbers. */
class AmendmentTest {
    private static final AmendmentId FIRST = AmendmentId.of(YEAR, 1);
    private static final PlanItemId NEXT = PlanItemId.of(YEAR, 4);
    private static final String OFFICER = PlanRights.PLANNING_OFFICER;
    private static final String BOARD = PlanRights.SCHOOL_BOARD;
    private static final String CITY = PlanRights.CITY_ORG_BOARD;
    private static final List<AmendmentStep> ONE_STEP = List.of(AmendmentStep.SCHOOL);
    private static final List<AmendmentStep> TWO_STEPS = List.of(AmendmentStep.SCHOOL, AmendmentStep.CITY);
    private static final PlanItemTerms MOVED =
            BA_VI_TERMS.with(new PlannedVenue(VenueType.CENTER, new VenueId("thach-that")));
    private static final PlanItemTerms FOUR = SCHOOL_TERMS.with(Quota.ofSize(4, 70));
    private static final PlanItemTerms TWO = SCHOOL_TERMS.with(Quota.ofSize(2, 70));
    private static final PlannedPeriod SPRING = new PlannedPeriod(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 6, 30));

    private AggregateTestFixture<TrainingPlan> plan;

    @BeforeEach
    void aPlan() {
        plan = new AggregateTestFixture<>(TrainingPlan.class);
        plan.registerInjectableResource(BOOK);
        plan.registerInjectableResource(new AmendmentThreshold(1, 10));
    }

    // proposing

    @Test
    void aClassMoreNeedsTheSchoolAndThenTheCity() {
        propose(allocated(), increase(), OFFICER)
                .expectEvents(proposed(AmendmentKind.INCREASE, SCHOOL, SCHOOL_TERMS, FOUR, TWO_STEPS))
                .expectResultMessagePayload("2020-A01");
    }

    @Test
    void aProposalOfTheBoardNeedsOnlyTheCityFromTheThresholdOn() {
        propose(allocated(), increase(), BOARD)
                .expectEvents(
                        proposed(AmendmentKind.INCREASE, SCHOOL, SCHOOL_TERMS, FOUR, List.of(AmendmentStep.CITY)));
    }

    @Test
    void aMoveIsDecidedByTheSchoolWhoeverProposesIt() {
        for (var role : List.of(OFFICER, BOARD)) {
            aPlan();
            propose(allocated(), move(), role)
                    .expectEvents(proposed(AmendmentKind.MOVE_VENUE, BA_VI, BA_VI_TERMS, MOVED, ONE_STEP));
        }
    }

    @Test
    void tenPercentOfTheLearnersAreForTheCityFewerForTheSchool() {
        var seven = BA_VI_TERMS.with(Quota.explicit(1, 87));
        var eight = BA_VI_TERMS.with(Quota.explicit(1, 88));

        propose(allocated(), change(AmendmentKind.INCREASE, BA_VI, BA_VI_TERMS, seven), OFFICER)
                .expectEvents(proposed(AmendmentKind.INCREASE, BA_VI, BA_VI_TERMS, seven, ONE_STEP));
        aPlan();
        propose(allocated(), change(AmendmentKind.INCREASE, BA_VI, BA_VI_TERMS, eight), OFFICER)
                .expectEvents(proposed(AmendmentKind.INCREASE, BA_VI, BA_VI_TERMS, eight, TWO_STEPS));
    }

    @Test
    void fundingAndPeriodChangeByTheirOwnKinds() {
        var agency = BA_VI_TERMS.with(new Funding(FundingSource.CITY_BUDGET, null));
        var spring = BA_VI_TERMS.with(SPRING);

        propose(allocated(), change(AmendmentKind.CHANGE_FUNDING, BA_VI, BA_VI_TERMS, agency), OFFICER)
                .expectEvents(proposed(AmendmentKind.CHANGE_FUNDING, BA_VI, BA_VI_TERMS, agency, ONE_STEP));
        aPlan();
        propose(allocated(), change(AmendmentKind.RESCHEDULE, BA_VI, BA_VI_TERMS, spring), OFFICER)
                .expectEvents(proposed(AmendmentKind.RESCHEDULE, BA_VI, BA_VI_TERMS, spring, ONE_STEP));
    }

    @ParameterizedTest
    @EnumSource(
            value = AmendmentKind.class,
            names = {"ADD_ITEM", "REMOVE_ITEM"},
            mode = EnumSource.Mode.EXCLUDE)
    void aKindChangesWhatItSaysAndNothingElse(AmendmentKind kind) {
        var everything = new PlanItemTerms(
                ClassType.TC_LLCT,
                Category.THEORY,
                new Funding(FundingSource.SELF_FUNDED, null),
                null,
                new PlannedVenue(VenueType.SCHOOL, null),
                StudyMode.FULL_TIME,
                Quota.explicit(2, 200),
                null,
                SPRING);

        refused(change(kind, BA_VI, BA_VI_TERMS, everything), Malformed.class);
        refused(change(kind, BA_VI, BA_VI_TERMS, BA_VI_TERMS), Malformed.class);
    }

    @Test
    void anIncreaseIsMoreAndADecreaseLess() {
        var mixed = SCHOOL_TERMS.with(Quota.explicit(4, 200));

        refused(change(AmendmentKind.INCREASE, SCHOOL, SCHOOL_TERMS, TWO), Malformed.class);
        refused(change(AmendmentKind.DECREASE, SCHOOL, SCHOOL_TERMS, FOUR), Malformed.class);
        refused(change(AmendmentKind.INCREASE, SCHOOL, SCHOOL_TERMS, mixed), Malformed.class);
        refused(change(AmendmentKind.DECREASE, SCHOOL, SCHOOL_TERMS, mixed), Malformed.class);
        refused(
                change(AmendmentKind.INCREASE, BA_VI, BA_VI_TERMS, BA_VI_TERMS.with(Quota.ambiguous(2, 90, List.of()))),
                Malformed.class);
    }

    @Test
    void whatIsMissingOrTooMuchForItsKindIsRefused() {
        refused(change(AmendmentKind.ADD_ITEM, BA_VI, null, BA_VI_TERMS), Malformed.class);
        refused(change(AmendmentKind.ADD_ITEM, null, BA_VI_TERMS, BA_VI_TERMS), Malformed.class);
        refused(change(AmendmentKind.ADD_ITEM, null, null, null), Malformed.class);
        refused(change(AmendmentKind.INCREASE, null, null, FOUR), Malformed.class);
        refused(change(AmendmentKind.INCREASE, SCHOOL, null, FOUR), Malformed.class);
        refused(change(AmendmentKind.REMOVE_ITEM, SCHOOL, SCHOOL_TERMS, FOUR), Malformed.class);
        refused(change(AmendmentKind.MOVE_VENUE, SCHOOL, SCHOOL_TERMS, null), Malformed.class);
    }

    @Test
    void aProposalRestsOnReasonAndDocument() {
        refused(proposal(AmendmentReason.NEED_CHANGED, null, null), DocumentMissing.class);
        refused(proposal(null, null, DECISION), ReasonMissing.class);
        refused(proposal(AmendmentReason.OTHER, " ", DECISION), ReasonMissing.class);
        refused(proposal(AmendmentReason.OTHER, null, DECISION), ReasonMissing.class);
        propose(allocated(), proposal(AmendmentReason.OTHER, "Trụ sở sửa chữa", DECISION), OFFICER)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void theProposerMustHaveSeenWhatTheItemSays() {
        refused(change(AmendmentKind.INCREASE, SCHOOL, TWO, FOUR), AmendmentOutdated.class);
        refused(change(AmendmentKind.INCREASE, NOWHERE, SCHOOL_TERMS, FOUR), PlanItemNotFound.class);
    }

    @Test
    void aCutBelowTheClassesInUseIsRefused() {
        var inUse = and(allocated(), granted(SCHOOL, TC_01), granted(SCHOOL, TC_02), linked(SCHOOL, TC_01));

        propose(inUse, change(AmendmentKind.DECREASE, SCHOOL, SCHOOL_TERMS, TWO), OFFICER)
                .expectSuccessfulHandlerExecution();
        aPlan();
        propose(
                        inUse,
                        change(AmendmentKind.DECREASE, SCHOOL, SCHOOL_TERMS, SCHOOL_TERMS.with(Quota.ofSize(1, 70))),
                        OFFICER)
                .expectNoEvents()
                .expectException(BelowCommittedClasses.class);
        aPlan();
        propose(inUse, change(AmendmentKind.REMOVE_ITEM, SCHOOL, SCHOOL_TERMS, null), OFFICER)
                .expectNoEvents()
                .expectException(BelowCommittedClasses.class);
    }

    @Test
    void anAmendmentTakesEffectOnADayOfItsYear() {
        refused(on(NEXT_JAN_10), Malformed.class);
        refused(on(LocalDate.of(2019, 12, 31)), Malformed.class);
        propose(allocated(), on(DEC_31), OFFICER).expectSuccessfulHandlerExecution();
        aPlan();
        plan.given(waiting(move()))
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, NEXT_JAN_10), as("chi", BOARD))
                .expectNoEvents()
                .expectException(Malformed.class);
    }

    @Test
    void classesBeginWithinTheYear() {
        var late = BA_VI_TERMS.with(new PlannedPeriod(DEC_31, NEXT_JAN_10));
        var early = BA_VI_TERMS.with(new PlannedPeriod(LocalDate.of(2019, 12, 1), DEC_31));

        refused(change(AmendmentKind.RESCHEDULE, BA_VI, BA_VI_TERMS, late), Malformed.class);
        refused(change(AmendmentKind.RESCHEDULE, BA_VI, BA_VI_TERMS, early), Malformed.class);
    }

    @Test
    void onlyAnAllocatedPlanIsAmended() {
        propose(approved(), increase(), OFFICER).expectNoEvents().expectException(WrongState.class);
        aPlan();
        propose(closed(), increase(), OFFICER).expectNoEvents().expectException(YearClosed.class);
        aPlan();
        plan.given(and(waiting(move()), closing()))
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("chi", BOARD))
                .expectNoEvents()
                .expectException(YearClosed.class);
    }

    // deciding

    @Test
    void theSchoolDecidesBelowTheThreshold() {
        plan.given(waiting(move()))
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, JAN_2), as("chi", BOARD))
                .expectEvents(new PlanAmended(
                        PLAN,
                        FIRST,
                        AmendmentKind.MOVE_VENUE,
                        BA_VI,
                        BA_VI_TERMS,
                        MOVED,
                        AmendmentReason.NEED_CHANGED,
                        DECISION,
                        List.of(new Approver("chi", AmendmentStep.SCHOOL)),
                        JAN_2));
    }

    @Test
    void fromTheThresholdOnTheCityDecidesAfterTheSchool() {
        plan.given(waiting(increase()))
                .when(new ApproveAmendment(PLAN, FIRST, null, MAY_12), as("chi", BOARD))
                .expectEvents(new AmendmentEndorsed(PLAN, FIRST, SCHOOL, AmendmentStep.SCHOOL, null, MAY_12));
        aPlan();
        plan.given(endorsed())
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("dung", CITY))
                .expectEvents(new PlanAmended(
                        PLAN,
                        FIRST,
                        AmendmentKind.INCREASE,
                        SCHOOL,
                        SCHOOL_TERMS,
                        FOUR,
                        AmendmentReason.NEED_CHANGED,
                        DECISION,
                        List.of(new Approver("chi", AmendmentStep.SCHOOL), new Approver("dung", AmendmentStep.CITY)),
                        MAY_12));
    }

    @Test
    void everyBodyWaitsForItsTurn() {
        plan.given(waiting(increase()))
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("dung", CITY))
                .expectNoEvents()
                .expectException(WrongState.class);
        aPlan();
        plan.given(endorsed())
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("giang", BOARD))
                .expectNoEvents()
                .expectException(WrongState.class);
        aPlan();
        plan.given(waiting(increase()))
                .when(new RejectAmendment(PLAN, FIRST, "không đủ giảng viên", MAY_12), as("dung", CITY))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void whoeverHadAHandInItDoesNotDecide() {
        for (var own : List.of(
                new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12),
                new RejectAmendment(PLAN, FIRST, "không cần", MAY_12))) {
            aPlan();
            plan.given(waiting(move()))
                    .when(own, as("an", BOARD))
                    .expectNoEvents()
                    .expectException(SamePersonDecides.class);
        }
        aPlan();
        plan.given(endorsed())
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("chi", CITY))
                .expectNoEvents()
                .expectException(SamePersonDecides.class);
    }

    @Test
    void theDecisionNamesItsDocument() {
        plan.given(waiting(move()))
                .when(new ApproveAmendment(PLAN, FIRST, null, MAY_12), as("chi", BOARD))
                .expectNoEvents()
                .expectException(DocumentMissing.class);
    }

    @Test
    void anAmendmentThatStartsFromAnOlderVersionIsNotApproved() {
        var other = by("an", amended(AmendmentId.of(YEAR, 2), BA_VI, BA_VI_TERMS, BA_VI_TERMS.with(SPRING)));

        plan.given(and(waiting(move()), other))
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("chi", BOARD))
                .expectNoEvents()
                .expectException(AmendmentOutdated.class);
    }

    @Test
    void aCutIsNotApprovedOnceTheClassesAreInUse() {
        var cut = change(AmendmentKind.REMOVE_ITEM, BA_VI, BA_VI_TERMS, null);

        plan.given(and(waiting(cut), granted(BA_VI, TC_01)))
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("chi", BOARD))
                .expectNoEvents()
                .expectException(BelowCommittedClasses.class);
    }

    @Test
    void anItemIsAddedUnderTheNextNumberAndCanBeCarriedOut() {
        plan.given(waiting(change(AmendmentKind.ADD_ITEM, null, null, BA_VI_TERMS)))
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("chi", BOARD))
                .expectSuccessfulHandlerExecution();
        aPlan();
        plan.given(and(allocated(), amended(FIRST, NEXT, null, BA_VI_TERMS)))
                .when(new GrantClassSlot(PLAN, NEXT, TC_01, ClassType.TC_LLCT, Sample.BA_VI_CENTER, MAY_12))
                .expectEvents(new ClassSlotGranted(PLAN, NEXT, TC_01, Sample.BA_VI_CENTER, MAY_12));
        aPlan();
        plan.given(and(
                        allocated(),
                        by(
                                "an",
                                new AmendmentProposed(
                                        PLAN,
                                        FIRST,
                                        AmendmentKind.ADD_ITEM,
                                        null,
                                        null,
                                        BA_VI_TERMS,
                                        AmendmentReason.NEED_CHANGED,
                                        null,
                                        DECISION,
                                        List.of(AmendmentStep.CITY),
                                        MAY_12))))
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("dung", CITY))
                .expectEvents(new PlanAmended(
                        PLAN,
                        FIRST,
                        AmendmentKind.ADD_ITEM,
                        NEXT,
                        null,
                        BA_VI_TERMS,
                        AmendmentReason.NEED_CHANGED,
                        DECISION,
                        List.of(new Approver("dung", AmendmentStep.CITY)),
                        MAY_12));
    }

    @Test
    void aRemovedItemTakesNoClassAndItsNumberIsNotUsedAgain() {
        var removed = and(allocated(), amended(FIRST, BA_VI, BA_VI_TERMS, null));

        plan.given(removed)
                .when(new GrantClassSlot(PLAN, BA_VI, TC_01, ClassType.TC_LLCT, Sample.BA_VI_CENTER, MAY_12))
                .expectEvents(new ClassSlotDenied(PLAN, BA_VI, TC_01, DenialCause.ITEM_UNKNOWN, MAY_12));
        aPlan();
        plan.given(and(
                        removed,
                        by(
                                "an",
                                new AmendmentProposed(
                                        PLAN,
                                        AmendmentId.of(YEAR, 2),
                                        AmendmentKind.ADD_ITEM,
                                        null,
                                        null,
                                        MOVED,
                                        AmendmentReason.NEED_CHANGED,
                                        null,
                                        DECISION,
                                        List.of(AmendmentStep.CITY),
                                        MAY_12))))
                .when(new ApproveAmendment(PLAN, AmendmentId.of(YEAR, 1), DECISION, MAY_12), as("dung", CITY))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void anAmendedItemKeepsWhatBecameOfIt() {
        plan.given(and(
                        allocated(),
                        granted(SCHOOL, TC_01),
                        linked(SCHOOL, TC_01),
                        amended(FIRST, SCHOOL, SCHOOL_TERMS, TWO)))
                .when(change(AmendmentKind.REMOVE_ITEM, SCHOOL, TWO, null), as("an", OFFICER))
                .expectNoEvents()
                .expectException(BelowCommittedClasses.class);
    }

    @Test
    void anItemThatAwaitsADocumentStillAwaitsItAfterAMove() {
        var moved = COURSE_TERMS.with(new PlannedVenue(VenueType.SCHOOL, TRUONG));

        plan.given(and(allocated(), amended(FIRST, COURSE, COURSE_TERMS, moved)))
                .when(new GrantClassSlot(PLAN, COURSE, TC_01, ClassType.BOI_DUONG, TRUONG, MAY_12))
                .expectEvents(new ClassSlotDenied(PLAN, COURSE, TC_01, DenialCause.AWAITING_DOCUMENT, MAY_12));
    }

    @Test
    void anAmendmentIsRejectedWithAReason() {
        plan.given(waiting(move()))
                .when(new RejectAmendment(PLAN, FIRST, "chưa có địa điểm", MAY_12), as("chi", BOARD))
                .expectEvents(new AmendmentRejected(PLAN, FIRST, BA_VI, "chưa có địa điểm", MAY_12));
        aPlan();
        plan.given(waiting(move()))
                .when(new RejectAmendment(PLAN, FIRST, " ", MAY_12), as("chi", BOARD))
                .expectNoEvents()
                .expectException(ReasonMissing.class);
    }

    @Test
    void onlyTheProposerTakesAnAmendmentBack() {
        plan.given(waiting(move()))
                .when(new WithdrawAmendment(PLAN, FIRST, MAY_12), as("an", OFFICER))
                .expectEvents(new AmendmentWithdrawn(PLAN, FIRST, BA_VI, MAY_12));
        aPlan();
        plan.given(waiting(move()))
                .when(new WithdrawAmendment(PLAN, FIRST, MAY_12), as("binh", OFFICER))
                .expectNoEvents()
                .expectException(NotTheProposer.class);
        aPlan();
        plan.given(and(allocated(), proposed(AmendmentKind.MOVE_VENUE, BA_VI, BA_VI_TERMS, MOVED, ONE_STEP)))
                .when(new WithdrawAmendment(PLAN, FIRST, MAY_12), as("binh", OFFICER))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        for (PlanEvent decision : List.of(
                new AmendmentRejected(PLAN, FIRST, BA_VI, "không", MAY_12),
                new AmendmentWithdrawn(PLAN, FIRST, BA_VI, MAY_12),
                amended(FIRST, BA_VI, BA_VI_TERMS, MOVED))) {
            aPlan();
            plan.given(and(waiting(move()), decision))
                    .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("chi", BOARD))
                    .expectNoEvents()
                    .expectException(WrongState.class);
        }
        aPlan();
        plan.given(allocated())
                .when(new ApproveAmendment(PLAN, FIRST, DECISION, MAY_12), as("chi", BOARD))
                .expectNoEvents()
                .expectException(AmendmentNotFound.class);
    }

    @Test
    void severalAmendmentsWaitSideBySide() {
        var second = AmendmentId.of(YEAR, 2);
        var both = and(
                waiting(move()),
                by(
                        "binh",
                        new AmendmentProposed(
                                PLAN,
                                second,
                                AmendmentKind.RESCHEDULE,
                                SCHOOL,
                                SCHOOL_TERMS,
                                SCHOOL_TERMS.with(SPRING),
                                AmendmentReason.RESCHEDULED,
                                null,
                                DECISION,
                                ONE_STEP,
                                MAY_12)));

        plan.given(both)
                .when(new RejectAmendment(PLAN, FIRST, "không", MAY_12), as("chi", BOARD))
                .expectSuccessfulHandlerExecution();
        aPlan();
        plan.given(and(both, new AmendmentRejected(PLAN, FIRST, BA_VI, "không", MAY_12)))
                .when(new ApproveAmendment(PLAN, second, DECISION, MAY_12), as("an", BOARD))
                .expectSuccessfulHandlerExecution();
    }

    // clarifying

    @Test
    void anAmbiguousNumberIsSettledUnderADocument() {
        var after = AMBIGUOUS_TERMS.with(Quota.explicit(12, 996));

        plan.given(ambiguous())
                .when(new ClarifyQuota(PLAN, NEXT, 996, DECISION, MAY_12), as("dung", CITY))
                .expectEvents(new QuotaClarified(PLAN, NEXT, AMBIGUOUS_TERMS, after, DECISION, MAY_12));
        aPlan();
        plan.given(ambiguous())
                .when(new ClarifyQuota(PLAN, NEXT, 996, null, MAY_12), as("dung", CITY))
                .expectNoEvents()
                .expectException(DocumentMissing.class);
        aPlan();
        plan.given(ambiguous())
                .when(new ClarifyQuota(PLAN, NEXT, 0, DECISION, MAY_12), as("dung", CITY))
                .expectNoEvents()
                .expectException(QuotaInvalid.class);
    }

    @Test
    void aNumberThatIsClearIsNotClarified() {
        plan.given(and(
                        ambiguous(),
                        new QuotaClarified(
                                PLAN,
                                NEXT,
                                AMBIGUOUS_TERMS,
                                AMBIGUOUS_TERMS.with(Quota.explicit(12, 996)),
                                DECISION,
                                MAY_12)))
                .when(new ClarifyQuota(PLAN, NEXT, 2_806, DECISION, MAY_12), as("dung", CITY))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void theCityPropagandaBoardClarifiesItsOwnItemsOnly() {
        plan.given(ambiguous())
                .when(
                        new ClarifyQuota(PLAN, NEXT, 996, DECISION, MAY_12),
                        Map.of("actor", "tuyen", "role", PlanRights.CITY_PROPAGANDA_BOARD, "organization", "other"))
                .expectNoEvents()
                .expectException(PlanItemNotFound.class);
    }

    private static Object[] ambiguous() {
        return and(allocated(), amended(FIRST, NEXT, null, AMBIGUOUS_TERMS));
    }

    // off-plan items

    @Test
    void anApprovedOffPlanClassStandsBesideTheQuotas() {
        var request = new OffPlanRequestId("off-1");
        var added = new PlanItemAdded(PLAN, NEXT, BA_VI_TERMS, request, MAY_12);

        plan.given(allocated())
                .when(new AddOffPlanItem(PLAN, request, BA_VI_TERMS, MAY_12))
                .expectEvents(added);
        aPlan();
        plan.given(and(allocated(), added))
                .when(new AddOffPlanItem(PLAN, request, BA_VI_TERMS, MAY_12))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        aPlan();
        plan.given(and(allocated(), added))
                .when(new GrantClassSlot(PLAN, NEXT, TC_01, ClassType.TC_LLCT, Sample.BA_VI_CENTER, MAY_12))
                .expectEvents(new ClassSlotGranted(PLAN, NEXT, TC_01, Sample.BA_VI_CENTER, MAY_12));
        aPlan();
        plan.given(approved())
                .when(new AddOffPlanItem(PLAN, request, BA_VI_TERMS, MAY_12))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    private void refused(ProposeAmendment order, Class<? extends PlanRefusal> refusal) {
        aPlan();
        propose(allocated(), order, OFFICER).expectNoEvents().expectException(refusal);
        aPlan();
    }

    private ResultValidator<TrainingPlan> propose(Object[] given, ProposeAmendment order, String role) {
        return plan.given(given).when(order, as("an", role));
    }

    private static Object[] waiting(ProposeAmendment order) {
        boolean city = order.kind() != AmendmentKind.MOVE_VENUE && order.kind() != AmendmentKind.REMOVE_ITEM;
        return and(
                allocated(),
                by(
                        "an",
                        proposed(
                                order.kind(),
                                order.itemId(),
                                order.before(),
                                order.after(),
                                city ? TWO_STEPS : ONE_STEP)));
    }

    private static Object[] endorsed() {
        return and(
                waiting(increase()),
                by("chi", new AmendmentEndorsed(PLAN, FIRST, SCHOOL, AmendmentStep.SCHOOL, null, MAY_12)));
    }

    private static Object[] closed() {
        return and(allocated(), closing());
    }

    private static PlanYearClosed closing() {
        return new PlanYearClosed(PLAN, YEAR, new YearTotals(5, 640, 0, 0, 5, 640, List.of()), null, NEXT_JAN_10);
    }

    private static ProposeAmendment increase() {
        return change(AmendmentKind.INCREASE, SCHOOL, SCHOOL_TERMS, FOUR);
    }

    private static ProposeAmendment move() {
        return change(AmendmentKind.MOVE_VENUE, BA_VI, BA_VI_TERMS, MOVED);
    }

    private static ProposeAmendment change(
            AmendmentKind kind,
            @Nullable PlanItemId itemId,
            @Nullable PlanItemTerms before,
            @Nullable PlanItemTerms after) {
        return new ProposeAmendment(
                PLAN, kind, itemId, before, after, AmendmentReason.NEED_CHANGED, null, DECISION, MAY_12);
    }

    private static ProposeAmendment proposal(
            @Nullable AmendmentReason reason, @Nullable String text, @Nullable DocumentRef document) {
        return new ProposeAmendment(
                PLAN, AmendmentKind.MOVE_VENUE, BA_VI, BA_VI_TERMS, MOVED, reason, text, document, MAY_12);
    }

    private static ProposeAmendment on(LocalDate day) {
        return new ProposeAmendment(
                PLAN,
                AmendmentKind.MOVE_VENUE,
                BA_VI,
                BA_VI_TERMS,
                MOVED,
                AmendmentReason.VENUE_CHANGED,
                null,
                DECISION,
                day);
    }

    private static AmendmentProposed proposed(
            AmendmentKind kind,
            @Nullable PlanItemId itemId,
            @Nullable PlanItemTerms before,
            @Nullable PlanItemTerms after,
            List<AmendmentStep> steps) {
        return new AmendmentProposed(
                PLAN, FIRST, kind, itemId, before, after, AmendmentReason.NEED_CHANGED, null, DECISION, steps, MAY_12);
    }

    private static PlanAmended amended(
            AmendmentId id, PlanItemId itemId, @Nullable PlanItemTerms before, @Nullable PlanItemTerms after) {
        return new PlanAmended(
                PLAN,
                id,
                AmendmentKind.INCREASE,
                itemId,
                before,
                after,
                AmendmentReason.NEED_CHANGED,
                DECISION,
                List.of(new Approver("chi", AmendmentStep.SCHOOL)),
                MAY_12);
    }

    private static ClassSlotGranted granted(PlanItemId item, ClassId classId) {
        return new ClassSlotGranted(PLAN, item, classId, TRUONG, MAY_12);
    }

    private static ClassLinked linked(PlanItemId item, ClassId classId) {
        return new ClassLinked(PLAN, item, classId, 70, MAY_12);
    }

    private static Map<String, Object> as(String person, String role) {
        return Map.of("actor", person, "role", role);
    }
}
