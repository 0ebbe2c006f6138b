package vn.hocvu.planning.trainingplan;

import static vn.hocvu.planning.trainingplan.Sample.ALLOCATED;
import static vn.hocvu.planning.trainingplan.Sample.AMBIGUOUS_TERMS;
import static vn.hocvu.planning.trainingplan.Sample.BA_VI;
import static vn.hocvu.planning.trainingplan.Sample.BA_VI_CENTER;
import static vn.hocvu.planning.trainingplan.Sample.BA_VI_TERMS;
import static vn.hocvu.planning.trainingplan.Sample.BOOK;
import static vn.hocvu.planning.trainingplan.Sample.COURSE;
import static vn.hocvu.planning.trainingplan.Sample.DECISION;
import static vn.hocvu.planning.trainingplan.Sample.DEC_31;
import static vn.hocvu.planning.trainingplan.Sample.JAN_2;
import static vn.hocvu.planning.trainingplan.Sample.MAY_12;
import static vn.hocvu.planning.trainingplan.Sample.NEXT_JAN_10;
import static vn.hocvu.planning.trainingplan.Sample.NOWHERE;
import static vn.hocvu.planning.trainingplan.Sample.PLAN;
import static vn.hocvu.planning.trainingplan.Sample.PROPAGANDA;
import static vn.hocvu.planning.trainingplan.Sample.SCHOOL;
import static vn.hocvu.planning.trainingplan.Sample.SCHOOL_TERMS;
import static vn.hocvu.planning.trainingplan.Sample.TC_01;
import static vn.hocvu.planning.trainingplan.Sample.TC_02;
import static vn.hocvu.planning.trainingplan.Sample.TC_21;
import static vn.hocvu.planning.trainingplan.Sample.TOTALS;
import static vn.hocvu.planning.trainingplan.Sample.TRUONG;
import static vn.hocvu.planning.trainingplan.Sample.YEAR;
import static vn.hocvu.planning.trainingplan.Sample.allocated;
import static vn.hocvu.planning.trainingplan.Sample.and;
import static vn.hocvu.planning.trainingplan.Sample.approved;
import static vn.hocvu.planning.trainingplan.Sample.draft;
import static vn.hocvu.planning.trainingplan.Sample.submitted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.hocvu.planning.trainingplan.PlanCommand.*;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanRefusal.*;

class TrainingPlanTest {
    private static final LocalDate LAST_EVE = LocalDate.of(2019, 12, 31);
    private static final PlanItemId NEXT = PlanItemId.of(YEAR, 4);

    private AggregateTestFixture<TrainingPlan> plan;

    @BeforeEach
    void aPlan() {
        plan = new AggregateTestFixture<>(TrainingPlan.class);
        plan.registerInjectableResource(BOOK);
    }

    // drafting

    @Test
    void aPlanIsDraftedWithTheClassesThatRunIntoItsYear() {
        plan.givenNoPriorActivity()
                .when(new DraftPlan(PLAN, JAN_2))
                .expectEvents(new PlanDrafted(PLAN, YEAR, 25, 2_133, LAST_EVE, JAN_2));
    }

    @Test
    void aYearHasOnePlan() {
        plan.given(draft()).when(new DraftPlan(PLAN, JAN_2)).expectNoEvents().expectException(PlanYearTaken.class);
    }

    @Test
    void itemsAreNumberedAsTheyAreAdded() {
        plan.given(draft())
                .when(new AddPlanItem(PLAN, AMBIGUOUS_TERMS, JAN_2))
                .expectEvents(new PlanItemAdded(PLAN, NEXT, AMBIGUOUS_TERMS, JAN_2))
                .expectResultMessagePayload("2020-04");
    }

    @Test
    void theNumberOfARemovedItemIsNotUsedAgain() {
        plan.given(and(draft(), new PlanItemRemoved(PLAN, COURSE, JAN_2)))
                .when(new AddPlanItem(PLAN, BA_VI_TERMS, JAN_2))
                .expectEvents(new PlanItemAdded(PLAN, NEXT, BA_VI_TERMS, JAN_2));
    }

    @Test
    void aChangedItemTellsBeforeAndAfter() {
        plan.given(draft())
                .when(new ChangePlanItem(PLAN, BA_VI, SCHOOL_TERMS, JAN_2))
                .expectEvents(new PlanItemChanged(PLAN, BA_VI, BA_VI_TERMS, SCHOOL_TERMS, JAN_2));
    }

    @Test
    void aChangeThatChangesNothingSaysNothing() {
        plan.given(and(draft(), new PlanItemChanged(PLAN, BA_VI, BA_VI_TERMS, SCHOOL_TERMS, JAN_2)))
                .when(new ChangePlanItem(PLAN, BA_VI, SCHOOL_TERMS, JAN_2))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anItemIsRemovedFromTheDraft() {
        plan.given(draft())
                .when(new RemovePlanItem(PLAN, BA_VI, JAN_2))
                .expectEvents(new PlanItemRemoved(PLAN, BA_VI, JAN_2));
    }

    @Test
    void anUnknownItemCannotBeRemoved() {
        plan.given(draft())
                .when(new RemovePlanItem(PLAN, NOWHERE, JAN_2))
                .expectNoEvents()
                .expectException(PlanItemNotFound.class);
    }

    @Test
    void itemsChangeOnlyInADraft() {
        for (var order : List.of(
                new AddPlanItem(PLAN, BA_VI_TERMS, JAN_2),
                new ChangePlanItem(PLAN, BA_VI, SCHOOL_TERMS, JAN_2),
                new RemovePlanItem(PLAN, BA_VI, JAN_2))) {
            aPlan();
            plan.given(submitted()).when(order).expectNoEvents().expectException(PlanNotEditable.class);
        }
    }

    // deciding about the draft

    @Test
    void aSubmittedPlanStatesItsTotals() {
        plan.given(draft()).when(new SubmitPlan(PLAN, JAN_2)).expectEvents(new PlanSubmitted(PLAN, TOTALS, JAN_2));
    }

    @Test
    void anAmbiguousFigureStandsBesideTheTotals() {
        var quota = AMBIGUOUS_TERMS.quota();

        plan.given(and(draft(), new PlanItemAdded(PLAN, NEXT, AMBIGUOUS_TERMS, JAN_2)))
                .when(new SubmitPlan(PLAN, JAN_2))
                .expectEvents(new PlanSubmitted(
                        PLAN,
                        new PlanTotals(17, 640, List.of(new AmbiguousFigure(NEXT, 2_806, quota.readings()))),
                        JAN_2));
    }

    @Test
    void aPlanWithoutItemsIsNotSubmitted() {
        plan.given(new PlanDrafted(PLAN, YEAR, 0, 0, LAST_EVE, JAN_2))
                .when(new SubmitPlan(PLAN, JAN_2))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void aReturnedPlanIsADraftAgain() {
        plan.given(and(submitted(), new PlanReturned(PLAN, "thiếu lớp ở Ba Vì", JAN_2)))
                .when(new AddPlanItem(PLAN, BA_VI_TERMS, JAN_2))
                .expectEvents(new PlanItemAdded(PLAN, NEXT, BA_VI_TERMS, JAN_2));
    }

    @Test
    void onlyASubmittedPlanIsReturned() {
        plan.given(submitted())
                .when(new ReturnPlan(PLAN, "thiếu", JAN_2))
                .expectEvents(new PlanReturned(PLAN, "thiếu", JAN_2));
        aPlan();
        plan.given(draft())
                .when(new ReturnPlan(PLAN, "thiếu", JAN_2))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void aPlanIsApprovedByAnotherPersonUnderADocument() {
        plan.given(submitted())
                .when(new ApprovePlan(PLAN, DECISION, JAN_2), actor("chi"))
                .expectEvents(new PlanApproved(PLAN, DECISION, JAN_2));
    }

    @ParameterizedTest(name = "{0}")
    @org.junit.jupiter.params.provider.ValueSource(strings = {"an", "binh"})
    void whoeverWorkedOnTheDraftDoesNotApproveIt(String person) {
        plan.given(submitted())
                .when(new ApprovePlan(PLAN, DECISION, JAN_2), actor(person))
                .expectNoEvents()
                .expectException(SamePersonDecides.class);
    }

    @Test
    void anApprovalNamesItsDocument() {
        plan.given(submitted())
                .when(new ApprovePlan(PLAN, null, JAN_2))
                .expectNoEvents()
                .expectException(DocumentMissing.class);
    }

    @Test
    void anApprovedPlanIsAllocatedWithItsItemsAndTotals() {
        plan.given(approved())
                .when(new AllocatePlan(PLAN, DECISION, new ConfirmedTotals(5, 640), JAN_2))
                .expectEvents(ALLOCATED);
    }

    @ParameterizedTest(name = "{0} classes")
    @org.junit.jupiter.params.provider.ValueSource(ints = {5, 6})
    void otherTotalsThanThoseConfirmedAreNotAllocated(int classes) {
        plan.given(approved())
                .when(new AllocatePlan(PLAN, DECISION, new ConfirmedTotals(classes, classes == 5 ? 641 : 640), JAN_2))
                .expectNoEvents()
                .expectException(TotalsDiffer.class);
    }

    @Test
    void anAllocationNeedsApprovalAndDocument() {
        plan.given(submitted())
                .when(new AllocatePlan(PLAN, DECISION, null, JAN_2))
                .expectNoEvents()
                .expectException(WrongState.class);
        aPlan();
        plan.given(approved())
                .when(new AllocatePlan(PLAN, null, null, JAN_2))
                .expectNoEvents()
                .expectException(DocumentMissing.class);
    }

    // class slots

    @Test
    void aProposedClassIsGrantedAPlace() {
        plan.given(allocated()).when(grant(SCHOOL, TC_01, TRUONG)).expectEvents(granted(SCHOOL, TC_01, TRUONG));
    }

    @Test
    void theSameClassIsGrantedOnePlaceOnly() {
        plan.given(and(allocated(), granted(SCHOOL, TC_01, TRUONG)))
                .when(grant(SCHOOL, TC_01, TRUONG))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anItemWithoutVenueTakesTheVenueOfTheClass() {
        plan.given(and(allocated(), new AwaitedDocumentReceived(PLAN, COURSE, DECISION, MAY_12)))
                .when(new GrantClassSlot(PLAN, COURSE, TC_01, ClassType.BOI_DUONG, BA_VI_CENTER, MAY_12))
                .expectEvents(granted(COURSE, TC_01, BA_VI_CENTER));
    }

    @Test
    void aClassIsDeniedAPlaceBeforeTheAllocation() {
        for (var before : List.of(draft(), submitted(), approved())) {
            aPlan();
            plan.given(before)
                    .when(grant(SCHOOL, TC_01, TRUONG))
                    .expectEvents(denied(SCHOOL, TC_01, DenialCause.PLAN_NOT_ALLOCATED));
        }
    }

    @Test
    void aClassIsDeniedAPlaceInAClosedYear() {
        plan.given(closed())
                .when(grant(SCHOOL, TC_21, TRUONG))
                .expectEvents(denied(SCHOOL, TC_21, DenialCause.YEAR_CLOSED));
    }

    @Test
    void aClassIsDeniedAPlaceInAnItemThatIsNotThere() {
        plan.given(allocated())
                .when(grant(NOWHERE, TC_01, TRUONG))
                .expectEvents(denied(NOWHERE, TC_01, DenialCause.ITEM_UNKNOWN));
    }

    @Test
    void aClassIsDeniedAPlaceWhileTheItemWaitsForItsDocument() {
        plan.given(allocated())
                .when(new GrantClassSlot(PLAN, COURSE, TC_01, ClassType.BOI_DUONG, TRUONG, MAY_12))
                .expectEvents(denied(COURSE, TC_01, DenialCause.AWAITING_DOCUMENT));
    }

    @Test
    void aClassIsDeniedAPlaceWhenNoneIsLeft() {
        plan.given(and(allocated(), granted(BA_VI, TC_01, BA_VI_CENTER)))
                .when(grant(BA_VI, TC_21, BA_VI_CENTER))
                .expectEvents(denied(BA_VI, TC_21, DenialCause.QUOTA_EXHAUSTED));
    }

    @Test
    void aClassOfAnotherKindIsDeniedAPlace() {
        plan.given(allocated())
                .when(new GrantClassSlot(PLAN, BA_VI, TC_01, ClassType.SC_LLCT, BA_VI_CENTER, MAY_12))
                .expectEvents(denied(BA_VI, TC_01, DenialCause.CLASS_TYPE_DIFFERS));
    }

    @Test
    void aClassAtAnotherVenueIsDeniedAPlace() {
        plan.given(allocated())
                .when(grant(BA_VI, TC_01, TRUONG))
                .expectEvents(denied(BA_VI, TC_01, DenialCause.VENUE_DIFFERS));
    }

    @Test
    void aReturnedPlaceIsFreeForTheNextClass() {
        plan.given(and(
                        allocated(),
                        granted(BA_VI, TC_01, BA_VI_CENTER),
                        denied(BA_VI, TC_21, DenialCause.QUOTA_EXHAUSTED),
                        new ClassSlotReturned(PLAN, BA_VI, TC_01, MAY_12)))
                .when(grant(BA_VI, TC_21, BA_VI_CENTER))
                .expectEvents(granted(BA_VI, TC_21, BA_VI_CENTER));
    }

    @Test
    void aPlaceIsReturnedOnce() {
        plan.given(and(allocated(), granted(BA_VI, TC_01, BA_VI_CENTER)))
                .when(new ReturnClassSlot(PLAN, BA_VI, TC_01, MAY_12))
                .expectEvents(new ClassSlotReturned(PLAN, BA_VI, TC_01, MAY_12));
        aPlan();
        plan.given(allocated())
                .when(new ReturnClassSlot(PLAN, BA_VI, TC_01, MAY_12))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anOpenedClassKeepsItsPlace() {
        plan.given(and(allocated(), granted(BA_VI, TC_01, BA_VI_CENTER), linked(BA_VI, TC_01, 75)))
                .when(new ReturnClassSlot(PLAN, BA_VI, TC_01, MAY_12))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void anOpenedClassIsLinkedToItsItem() {
        plan.given(and(allocated(), granted(SCHOOL, TC_01, TRUONG), granted(SCHOOL, TC_02, TRUONG)))
                .when(new LinkClass(PLAN, SCHOOL, TC_01, 68, MAY_12))
                .expectEvents(linked(SCHOOL, TC_01, 68));
    }

    @Test
    void aClassIsLinkedOnce() {
        plan.given(and(allocated(), granted(SCHOOL, TC_01, TRUONG), linked(SCHOOL, TC_01, 68)))
                .when(new LinkClass(PLAN, SCHOOL, TC_01, 68, MAY_12))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aClassWithoutAPlaceIsNotLinked() {
        plan.given(allocated())
                .when(new LinkClass(PLAN, SCHOOL, TC_01, 68, MAY_12))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    // giving up

    @Test
    void classesAreGivenUpWithReasonAndDocument() {
        plan.given(allocated())
                .when(new MarkUnfulfilled(
                        PLAN, COURSE, 1, 350, UnfulfilledReason.GUIDANCE_NOT_ISSUED, null, null, DECISION, DEC_31))
                .expectEvents(new PlanItemUnfulfilled(
                        PLAN,
                        COURSE,
                        1,
                        350,
                        UnfulfilledReason.GUIDANCE_NOT_ISSUED,
                        null,
                        null,
                        DECISION,
                        null,
                        PROPAGANDA,
                        DEC_31));
    }

    @Test
    void theLearnersOfACancelledClassAreThoseThePlanGaveIt() {
        plan.given(and(allocated(), granted(BA_VI, TC_21, BA_VI_CENTER)))
                .when(unfulfilled(BA_VI, 1, null, TC_21))
                .expectEvents(new PlanItemUnfulfilled(
                        PLAN,
                        BA_VI,
                        1,
                        80,
                        UnfulfilledReason.INSUFFICIENT_ENROLLMENT,
                        null,
                        TC_21,
                        null,
                        new OrgId("ba-vi"),
                        null,
                        DEC_31));
    }

    @Test
    void aCancelledClassThatHeldNoPlaceTakesNothingFromThePlan() {
        for (var item : List.of(SCHOOL, NOWHERE)) {
            aPlan();
            plan.given(allocated())
                    .when(unfulfilled(item, 1, null, TC_21))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void classesInPreparationAreNotGivenUpWithoutTheirClass() {
        plan.given(and(allocated(), granted(SCHOOL, TC_01, TRUONG)))
                .when(unfulfilled(SCHOOL, 3, null, null))
                .expectNoEvents()
                .expectException(QuotaExceeded.class);
    }

    @Test
    void moreLearnersThanPlannedAreNotGivenUp() {
        plan.given(and(
                        allocated(),
                        new PlanItemUnfulfilled(
                                PLAN, SCHOOL, 1, 70, UnfulfilledReason.MERGED, null, null, null, null, null, DEC_31)))
                .when(unfulfilled(SCHOOL, 1, 141, null))
                .expectNoEvents()
                .expectException(QuotaExceeded.class);
    }

    @Test
    void numbersGivenUpMakeSense() {
        for (var order : List.of(unfulfilled(SCHOOL, 0, 70, null), unfulfilled(SCHOOL, 1, -1, null))) {
            aPlan();
            plan.given(allocated()).when(order).expectNoEvents().expectException(QuotaInvalid.class);
        }
    }

    @Test
    void whatIsAmbiguousIsGivenUpWithoutLimitOfLearners() {
        plan.given(and(
                        draft(),
                        new PlanItemAdded(PLAN, NEXT, AMBIGUOUS_TERMS, JAN_2),
                        new PlanAllocated(PLAN, YEAR, DECISION, List.of(), TOTALS, JAN_2)))
                .when(unfulfilled(NEXT, 12, 996, null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aSettledItemHasNothingToGiveUp() {
        plan.given(and(allocated(), granted(BA_VI, TC_01, BA_VI_CENTER), linked(BA_VI, TC_01, 75)))
                .when(unfulfilled(BA_VI, 1, null, null))
                .expectNoEvents()
                .expectException(ItemSettled.class);
    }

    @Test
    void givingUpNeedsAReasonAndOtherNeedsWords() {
        for (var order : List.of(
                reasoned(null, null),
                reasoned(UnfulfilledReason.OTHER, null),
                reasoned(UnfulfilledReason.OTHER, " "))) {
            aPlan();
            plan.given(allocated()).when(order).expectNoEvents().expectException(ReasonMissing.class);
        }
        aPlan();
        plan.given(allocated())
                .when(reasoned(UnfulfilledReason.OTHER, "giảng đường bị ngập"))
                .expectSuccessfulHandlerExecution();
    }

    // awaited documents

    @Test
    void theAwaitedDocumentOpensTheItem() {
        plan.given(allocated())
                .when(new RecordAwaitedDocument(PLAN, COURSE, DECISION, MAY_12), role("PLANNING_OFFICER", "truong"))
                .expectEvents(new AwaitedDocumentReceived(PLAN, COURSE, DECISION, MAY_12));
    }

    @Test
    void aDocumentNobodyWaitsForIsRefused() {
        plan.given(allocated())
                .when(new RecordAwaitedDocument(PLAN, SCHOOL, DECISION, MAY_12))
                .expectNoEvents()
                .expectException(WrongState.class);
    }

    @Test
    void thePropagandaBoardRecordsDocumentsOfItsOwnItems() {
        plan.given(allocated())
                .when(
                        new RecordAwaitedDocument(PLAN, COURSE, DECISION, MAY_12),
                        role("CITY_PROPAGANDA_BOARD", PROPAGANDA.value()))
                .expectSuccessfulHandlerExecution();
        for (var item : List.of(SCHOOL, COURSE)) {
            aPlan();
            plan.given(allocated())
                    .when(
                            new RecordAwaitedDocument(PLAN, item, DECISION, MAY_12),
                            role("CITY_PROPAGANDA_BOARD", "ban-to-chuc-thanh-uy"))
                    .expectNoEvents()
                    .expectException(PlanItemNotFound.class);
        }
    }

    // the end of the year

    @Test
    void aSettledYearIsClosedWithItsCarryOverAndTotals() {
        plan.given(settled())
                .when(new ClosePlanYear(PLAN, null, NEXT_JAN_10))
                .expectEvents(
                        new CarryOverDetermined(
                                PLAN, YEAR, List.of(TC_01, TC_02), 2, 138, DEC_31, Instant.EPOCH, NEXT_JAN_10),
                        new PlanYearClosed(
                                PLAN, YEAR, new YearTotals(5, 640, 2, 138, 3, 500, List.of()), null, NEXT_JAN_10));
    }

    @Test
    void aYearIsNotClosedBeforeItIsOver() {
        plan.given(settled())
                .when(new ClosePlanYear(PLAN, null, DEC_31))
                .expectNoEvents()
                .expectException(YearNotSettled.class);
    }

    @Test
    void aYearWithOpenItemsIsNotClosed() {
        plan.given(allocated())
                .when(new ClosePlanYear(PLAN, null, NEXT_JAN_10))
                .expectNoEvents()
                .expectException(YearNotSettled.class);
    }

    @Test
    void aClosedYearTakesNothingNew() {
        for (var order : List.of(
                new AddPlanItem(PLAN, BA_VI_TERMS, NEXT_JAN_10),
                new AllocatePlan(PLAN, DECISION, null, NEXT_JAN_10),
                unfulfilled(SCHOOL, 1, null, null),
                new RecordAwaitedDocument(PLAN, COURSE, DECISION, NEXT_JAN_10),
                new ClosePlanYear(PLAN, null, NEXT_JAN_10))) {
            aPlan();
            plan.given(closed()).when(order).expectNoEvents().expectException(YearClosed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(UnfulfilledReason.class)
    void everyReasonMaySettleAnItem(UnfulfilledReason reason) {
        plan.given(allocated()).when(reasoned(reason, "vì vậy")).expectSuccessfulHandlerExecution();
    }

    private static Object[] settled() {
        return and(
                allocated(),
                granted(SCHOOL, TC_01, TRUONG),
                granted(SCHOOL, TC_02, TRUONG),
                linked(SCHOOL, TC_01, 68),
                linked(SCHOOL, TC_02, 70),
                given(SCHOOL, 70),
                given(BA_VI, 80),
                given(COURSE, 350));
    }

    private static Object[] closed() {
        return and(
                settled(),
                new CarryOverDetermined(PLAN, YEAR, List.of(TC_01), 1, 68, DEC_31, Instant.EPOCH, NEXT_JAN_10),
                new PlanYearClosed(PLAN, YEAR, new YearTotals(5, 640, 2, 138, 3, 500, List.of()), null, NEXT_JAN_10));
    }

    private static PlanItemUnfulfilled given(PlanItemId item, int learners) {
        return new PlanItemUnfulfilled(
                PLAN, item, 1, learners, UnfulfilledReason.MERGED, null, null, null, null, null, DEC_31);
    }

    private static MarkUnfulfilled unfulfilled(
            PlanItemId item, int classes, @Nullable Integer learners, @Nullable ClassId classId) {
        return new MarkUnfulfilled(
                PLAN, item, classes, learners, UnfulfilledReason.INSUFFICIENT_ENROLLMENT, null, classId, null, DEC_31);
    }

    private static MarkUnfulfilled reasoned(@Nullable UnfulfilledReason reason, @Nullable String words) {
        return new MarkUnfulfilled(PLAN, BA_VI, 1, null, reason, words, null, null, DEC_31);
    }

    private static GrantClassSlot grant(PlanItemId item, ClassId classId, VenueId venue) {
        return new GrantClassSlot(PLAN, item, classId, ClassType.TC_LLCT, venue, MAY_12);
    }

    private static ClassSlotGranted granted(PlanItemId item, ClassId classId, VenueId venue) {
        return new ClassSlotGranted(PLAN, item, classId, venue, MAY_12);
    }

    private static ClassSlotDenied denied(PlanItemId item, ClassId classId, DenialCause cause) {
        return new ClassSlotDenied(PLAN, item, classId, cause, MAY_12);
    }

    private static ClassLinked linked(PlanItemId item, ClassId classId, int enrolled) {
        return new ClassLinked(PLAN, item, classId, enrolled, MAY_12);
    }

    private static Map<String, Object> actor(String person) {
        return Map.of("actor", person);
    }

    private static Map<String, Object> role(String role, String organization) {
        return Map.of("role", role, "organization", organization);
    }
}
