package vn.hocvu.planning.offplanrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.planning.trainingplan.PlanRights.CITY_PROPAGANDA_BOARD;
import static vn.hocvu.planning.trainingplan.PlanRights.DISTRICT_COMMITTEE;
import static vn.hocvu.planning.trainingplan.PlanRights.PLANNING_OFFICER;
import static vn.hocvu.planning.trainingplan.PlanRights.SCHOOL_BOARD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.*;
import vn.hocvu.planning.offplanrequest.OffPlanEvent.*;
import vn.hocvu.planning.offplanrequest.OffPlanRefusal.*;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.DocumentRef;
import vn.hocvu.planning.trainingplan.DocumentType;
import vn.hocvu.planning.trainingplan.Funding;
import vn.hocvu.planning.trainingplan.FundingSource;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.PlanRefusal;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.trainingplan.PlannedVenue;
import vn.hocvu.planning.trainingplan.Quota;
import vn.hocvu.planning.trainingplan.StudyMode;
import vn.hocvu.planning.trainingplan.VenueId;
import vn.hocvu.planning.trainingplan.VenueType;
import vn.hocvu.platform.eventstore.StoredJson;

class OffPlanRequestTest {
    private static final OffPlanRequestId ID = new OffPlanRequestId("off-1");
    private static final OrgId BA_VI = new OrgId("ba-vi");
    private static final OrgId CITY = new OrgId("ban-to-chuc-thanh-uy");
    private static final Funding PAID = new Funding(FundingSource.DISTRICT_BUDGET, BA_VI);
    private static final PlannedVenue VENUE = new PlannedVenue(VenueType.CENTER, new VenueId("ba-vi"));
    private static final LocalDate MAY_4 = LocalDate.of(2020, 5, 4);
    private static final LocalDate SEP_1 = LocalDate.of(2020, 9, 1);
    private static final DocumentRef PAPER =
            new DocumentRef(DocumentType.OFFICIAL_LETTER, "12-CV", MAY_4, "Quận ủy", null);
    private static final Criterion YES = new Criterion(true, "45 người");
    private static final Criterion NO = new Criterion(false, null);

    private static final OffPlanClassRequested REQUESTED = new OffPlanClassRequested(
            ID, BA_VI, ClassType.TC_LLCT, Category.THEORY, 45, PAID, "Đào tạo cán bộ quy hoạch", SEP_1, MAY_4);
    private static final OffPlanAssessed ASSESSED = new OffPlanAssessed(ID, YES, NO, YES, MAY_4);
    private static final OffPlanConsulted CONSULTED = new OffPlanConsulted(ID, CITY, MAY_4, "Nhất trí", PAPER, MAY_4);
    private static final OffPlanReported REPORTED = new OffPlanReported(ID, CITY, PAPER, MAY_4);
    private static final OffPlanApproved APPROVED = new OffPlanApproved(
            ID,
            new PlanYear(2020),
            new PlanItemTerms(
                    ClassType.TC_LLCT,
                    Category.THEORY,
                    PAID,
                    BA_VI,
                    VENUE,
                    StudyMode.PART_TIME,
                    Quota.explicit(1, 45),
                    null),
            PAPER,
            MAY_4);
    private static final OffPlanRejected REJECTED = new OffPlanRejected(ID, "không có giảng viên", MAY_4);

    private static final AssessOffPlan ASSESS = new AssessOffPlan(ID, YES, NO, YES, MAY_4);
    private static final RecordConsultation CONSULT = new RecordConsultation(ID, CITY, MAY_4, "Nhất trí", PAPER, MAY_4);
    private static final ReportOffPlan REPORT = new ReportOffPlan(ID, CITY, PAPER, MAY_4);
    private static final ApproveOffPlan APPROVE =
            new ApproveOffPlan(ID, new PlanYear(2020), VENUE, StudyMode.PART_TIME, PAPER, MAY_4);
    private static final RejectOffPlan REJECT = new RejectOffPlan(ID, "không có giảng viên", MAY_4);
    private static final WithdrawOffPlan WITHDRAW = new WithdrawOffPlan(ID, MAY_4);

    private AggregateTestFixture<OffPlanRequest> request;

    @BeforeEach
    void aRequest() {
        request = new AggregateTestFixture<>(OffPlanRequest.class);
    }

    @Test
    void aDistrictAsksForItself() {
        request.givenNoPriorActivity()
                .when(ask(45, "Đào tạo cán bộ quy hoạch"), as("ba", DISTRICT_COMMITTEE, "ba-vi"))
                .expectEvents(REQUESTED);
    }

    @Test
    void theOfficerWritesDownWhatAnAgencyAskedFor() {
        request.givenNoPriorActivity()
                .when(ask(45, "Đào tạo cán bộ quy hoạch"), as("an", PLANNING_OFFICER, "truong"))
                .expectEvents(REQUESTED);
    }

    @Test
    void nobodyAsksForOthers() {
        request.givenNoPriorActivity()
                .when(ask(45, "cần"), as("x", DISTRICT_COMMITTEE, "soc-son"))
                .expectNoEvents()
                .expectException(PlanRefusal.Malformed.class);
        aRequest();
        request.givenNoPriorActivity()
                .when(ask(45, "cần"), Map.of("actor", "x", "role", DISTRICT_COMMITTEE))
                .expectNoEvents()
                .expectException(PlanRefusal.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_001})
    void thereAreLearnersForTheClass(int learners) {
        request.givenNoPriorActivity()
                .when(ask(learners, "cần"), as("ba", DISTRICT_COMMITTEE, "ba-vi"))
                .expectNoEvents()
                .expectException(PlanRefusal.QuotaInvalid.class);
    }

    @Test
    void theNeedIsToldAndTheFieldFits() {
        request.givenNoPriorActivity()
                .when(ask(45, " "), as("ba", DISTRICT_COMMITTEE, "ba-vi"))
                .expectNoEvents()
                .expectException(PlanRefusal.ReasonMissing.class);
        aRequest();
        request.givenNoPriorActivity()
                .when(
                        new RequestOffPlanClass(
                                ID, BA_VI, ClassType.TC_LLCT, Category.PARTY_WORK, 45, PAID, "cần", SEP_1, MAY_4),
                        as("ba", DISTRICT_COMMITTEE, "ba-vi"))
                .expectNoEvents()
                .expectException(PlanRefusal.Malformed.class);
    }

    @Test
    void aRequestIsMadeOnce() {
        given(REQUESTED)
                .when(ask(45, "cần"), as("ba", DISTRICT_COMMITTEE, "ba-vi"))
                .expectNoEvents()
                .expectException(PlanRefusal.WrongState.class);
    }

    @Test
    void everyStepFollowsTheOneBefore() {
        given(REQUESTED).when(ASSESS).expectEvents(ASSESSED);
        given(REQUESTED, ASSESSED).when(CONSULT).expectEvents(CONSULTED);
        given(REQUESTED, ASSESSED, CONSULTED).when(REPORT).expectEvents(REPORTED);
        given(REQUESTED, ASSESSED, CONSULTED, REPORTED)
                .when(APPROVE, as("chi", SCHOOL_BOARD, "truong"))
                .expectEvents(APPROVED);
        given(REQUESTED, ASSESSED, CONSULTED, REPORTED)
                .when(REJECT, as("chi", SCHOOL_BOARD, "truong"))
                .expectEvents(REJECTED);
    }

    @Test
    void theRefusalNamesTheMissingStep() {
        refused(AssessmentIncomplete.class, CONSULT, REQUESTED);
        refused(ConsultationMissing.class, REPORT, REQUESTED, ASSESSED);
        refused(ReportMissing.class, APPROVE, REQUESTED, ASSESSED, CONSULTED);
        refused(ReportMissing.class, REJECT, REQUESTED);
    }

    @Test
    void noStepIsTakenTwice() {
        refused(PlanRefusal.WrongState.class, ASSESS, REQUESTED, ASSESSED);
        refused(PlanRefusal.WrongState.class, CONSULT, REQUESTED, ASSESSED, CONSULTED);
        refused(PlanRefusal.WrongState.class, REPORT, REQUESTED, ASSESSED, CONSULTED, REPORTED);
        refused(PlanRefusal.WrongState.class, APPROVE, REQUESTED, ASSESSED, CONSULTED, REPORTED, APPROVED);
        refused(PlanRefusal.WrongState.class, REJECT, REQUESTED, ASSESSED, CONSULTED, REPORTED, REJECTED);
    }

    @Test
    void allThreeCriteriaAreAnswered() {
        refused(AssessmentIncomplete.class, new AssessOffPlan(ID, null, YES, YES, MAY_4), REQUESTED);
        refused(AssessmentIncomplete.class, new AssessOffPlan(ID, YES, null, YES, MAY_4), REQUESTED);
        refused(AssessmentIncomplete.class, new AssessOffPlan(ID, YES, YES, null, MAY_4), REQUESTED);
    }

    @Test
    void consultationReportAndApprovalNameTheirDocuments() {
        refused(
                PlanRefusal.DocumentMissing.class,
                new RecordConsultation(ID, CITY, MAY_4, "Nhất trí", null, MAY_4),
                REQUESTED,
                ASSESSED);
        refused(
                PlanRefusal.DocumentMissing.class,
                new ReportOffPlan(ID, CITY, null, MAY_4),
                REQUESTED,
                ASSESSED,
                CONSULTED);
        refused(
                PlanRefusal.DocumentMissing.class,
                new ApproveOffPlan(ID, new PlanYear(2020), VENUE, StudyMode.PART_TIME, null, MAY_4),
                REQUESTED,
                ASSESSED,
                CONSULTED,
                REPORTED);
    }

    @Test
    void aRejectionTellsWhy() {
        refused(
                PlanRefusal.ReasonMissing.class,
                new RejectOffPlan(ID, " ", MAY_4),
                REQUESTED,
                ASSESSED,
                CONSULTED,
                REPORTED);
    }

    @Test
    void whoeverAskedDoesNotDecide() {
        for (var decision : List.of(APPROVE, REJECT)) {
            given(REQUESTED, ASSESSED, CONSULTED, REPORTED)
                    .when(decision, as("ba", SCHOOL_BOARD, "truong"))
                    .expectNoEvents()
                    .expectException(PlanRefusal.SamePersonDecides.class);
        }
    }

    @Test
    void aRequestIsWithdrawnByItsRequesterWhileItIsOpen() {
        for (var history : List.of(
                List.<OffPlanEvent>of(REQUESTED),
                List.of(REQUESTED, ASSESSED),
                List.of(REQUESTED, ASSESSED, CONSULTED),
                List.of(REQUESTED, ASSESSED, CONSULTED, REPORTED))) {
            given(history.toArray(new OffPlanEvent[0]))
                    .when(WITHDRAW, as("ba", DISTRICT_COMMITTEE, "ba-vi"))
                    .expectEvents(new OffPlanWithdrawn(ID, MAY_4));
        }
        given(REQUESTED)
                .when(WITHDRAW, as("an", PLANNING_OFFICER, "truong"))
                .expectEvents(new OffPlanWithdrawn(ID, MAY_4));
        given(REQUESTED)
                .when(WITHDRAW, as("x", DISTRICT_COMMITTEE, "soc-son"))
                .expectNoEvents()
                .expectException(OffPlanRequestNotFound.class);
    }

    @Test
    void whatIsDecidedIsNotWithdrawn() {
        for (var end : List.of(APPROVED, REJECTED, new OffPlanWithdrawn(ID, MAY_4))) {
            given(REQUESTED, ASSESSED, CONSULTED, REPORTED, end)
                    .when(WITHDRAW, as("ba", DISTRICT_COMMITTEE, "ba-vi"))
                    .expectNoEvents()
                    .expectException(PlanRefusal.WrongState.class);
        }
    }

    @Test
    void aRequestIsKnownWithoutItsPerson() {
        request.given(REQUESTED, ASSESSED, CONSULTED, REPORTED)
                .when(APPROVE, as("ba", SCHOOL_BOARD, "truong"))
                .expectEvents(APPROVED);
    }

    @Test
    void everyOrderNamesItsRoles() {
        var rights = Map.of(
                ask(1, "cần"),
                Set.of(DISTRICT_COMMITTEE, CITY_PROPAGANDA_BOARD, PLANNING_OFFICER),
                WITHDRAW,
                Set.of(DISTRICT_COMMITTEE, CITY_PROPAGANDA_BOARD, PLANNING_OFFICER),
                ASSESS,
                Set.of(PLANNING_OFFICER),
                CONSULT,
                Set.of(SCHOOL_BOARD),
                REPORT,
                Set.of(SCHOOL_BOARD),
                APPROVE,
                Set.of(SCHOOL_BOARD),
                REJECT,
                Set.of(SCHOOL_BOARD));

        assertThat(rights).hasSize(OffPlanCommand.class.getPermittedSubclasses().length);
        rights.forEach((order, roles) ->
                assertThat(OffPlanRights.permitted(order)).as(order.toString()).isEqualTo(roles));
    }

    @Test
    void everyFactIsReadBackAsItWasWritten() {
        var json = StoredJson.mapper();
        for (var event : List.of(REQUESTED, ASSESSED, CONSULTED, REPORTED, APPROVED, REJECTED)) {
            assertThat((Object) json.readValue(json.writeValueAsString(event), event.getClass()))
                    .isEqualTo(event);
        }
        var state = OffPlanState.of(REQUESTED, "ba").after(REQUESTED).after(ASSESSED);
        assertThat(json.readValue(json.writeValueAsString(state), OffPlanState.class))
                .isEqualTo(state);
    }

    private void refused(Class<? extends RuntimeException> refusal, OffPlanCommand order, OffPlanEvent... history) {
        given(history)
                .when(order, as("chi", SCHOOL_BOARD, "truong"))
                .expectNoEvents()
                .expectException(refusal);
    }

    private org.axonframework.test.aggregate.TestExecutor<OffPlanRequest> given(OffPlanEvent... history) {
        aRequest();
        var messages = new ArrayList<Object>();
        Arrays.stream(history)
                .map(event -> GenericEventMessage.asEventMessage(event)
                        .andMetaData(Map.of("actor", event == REQUESTED ? "ba" : "an")))
                .forEach(messages::add);
        return request.given(messages);
    }

    private static RequestOffPlanClass ask(int learners, String need) {
        return new RequestOffPlanClass(
                ID, BA_VI, ClassType.TC_LLCT, Category.THEORY, learners, PAID, need, SEP_1, MAY_4);
    }

    private static Map<String, Object> as(String person, String role, @Nullable String organization) {
        return Map.of("actor", person, "role", role, "organization", String.valueOf(organization));
    }
}
