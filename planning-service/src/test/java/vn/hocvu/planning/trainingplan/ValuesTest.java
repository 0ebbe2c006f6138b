package vn.hocvu.planning.trainingplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

class ValuesTest {
    @Test
    void aPlanIsNamedAfterItsYear() {
        assertThat(PlanId.of(new PlanYear(2020))).hasToString("plan-2020");
        assertThat(new PlanId("plan-2020").year()).isEqualTo(new PlanYear(2020));
        assertThat(new PlanYear(2020).eve()).isEqualTo(LocalDate.of(2019, 12, 31));
        malformed(() -> new PlanId("2020"));
        malformed(() -> new PlanYear(1989));
        malformed(() -> new PlanYear(2100));
    }

    @Test
    void anItemIsNamedAfterItsYearAndNumber() {
        assertThat(PlanItemId.of(new PlanYear(2020), 7)).hasToString("2020-07");
        assertThat(new PlanItemId("2020-107").number()).isEqualTo(107);
        assertThat(new PlanItemId("2020-01").planId()).isEqualTo(new PlanId("plan-2020"));
        malformed(() -> new PlanItemId("2020"));
    }

    @Test
    void anAmendmentIsNamedAfterItsYearAndNumber() {
        assertThat(AmendmentId.of(new PlanYear(2020), 7)).hasToString("2020-A07");
        assertThat(new AmendmentId("2020-A107").number()).isEqualTo(107);
        assertThat(new AmendmentId("2020-A01").planId()).isEqualTo(new PlanId("plan-2020"));
        malformed(() -> new AmendmentId("2020-01"));
    }

    @Test
    void aRequestForAnOffPlanClassHasItsOwnName() {
        assertThat(new OffPlanRequestId("off-1")).hasToString("off-1");
        malformed(() -> new OffPlanRequestId("1"));
    }

    @Test
    void classesBeginWithinAPeriod() {
        var day = LocalDate.of(2020, 5, 4);
        assertThat(new PlannedPeriod(day, day).until()).isEqualTo(day);
        malformed(() -> new PlannedPeriod(day, day.minusDays(1)));
    }

    @Test
    void namesOfOthersAreShortAndPlain() {
        assertThat(new ClassId("0198c7ae-1")).hasToString("0198c7ae-1");
        assertThat(new OrgId("ba-vi")).hasToString("ba-vi");
        assertThat(new VenueId("truong")).hasToString("truong");
        malformed(() -> new ClassId(""));
        malformed(() -> new OrgId("Ba Vì"));
        malformed(() -> new VenueId("a/b"));
    }

    @Test
    void aDocumentSaysWhatIdentifiesIt() {
        var day = LocalDate.of(2020, 1, 2);
        assertThat(new DocumentRef(DocumentType.PLAN, "05", day, "Thành ủy", "A").signer())
                .isEqualTo("A");
        malformed(() -> new DocumentRef(DocumentType.PLAN, " ", day, "Thành ủy", null));
        malformed(() -> new DocumentRef(DocumentType.PLAN, "05", day, "x".repeat(201), null));
        malformed(() -> new DocumentRef(DocumentType.PLAN, "05", day, "Thành ủy", ""));
    }

    @Test
    void whatIsAwaitedIsToldInWords() {
        assertThat(new AwaitedDocument("hướng dẫn")).hasToString("hướng dẫn");
        malformed(() -> new AwaitedDocument(" "));
        malformed(() -> new AwaitedDocument("x".repeat(201)));
    }

    @Test
    void aDistrictOrAnAgencyThatPaysIsNamed() {
        malformed(() -> new Funding(FundingSource.DISTRICT_BUDGET, null));
        malformed(() -> new Funding(FundingSource.AGENCY, null));
        assertThat(new Funding(FundingSource.SELF_FUNDED, null).orgId()).isNull();
    }

    @Test
    void theoryIsForTheLevelsAndWorkForShortCourses() {
        assertThat(ClassType.TC_LLCT.takes(Category.THEORY)).isTrue();
        assertThat(ClassType.BOI_DUONG.takes(Category.PARTY_WORK)).isTrue();
        malformed(() -> new PlanItemTerms(
                ClassType.BOI_DUONG,
                Category.THEORY,
                new Funding(FundingSource.CITY_BUDGET, null),
                null,
                new PlannedVenue(VenueType.SCHOOL, null),
                StudyMode.FULL_TIME,
                Quota.explicit(1, 130),
                null));
    }

    @Test
    void aRefusalNamesItsValues() {
        assertThat(new Malformed("year", "a year", 7).values()).containsEntry("field", "year");
    }

    @ParameterizedTest(name = "of {0}: granted {1}, opened {2}, unfulfilled {3} is {4}")
    @CsvSource({
        "3, 0, 0, 0, ALLOCATED, false",
        "3, 2, 0, 0, ALLOCATED, false",
        "3, 0, 1, 0, IN_PROGRESS, false",
        "3, 1, 1, 1, IN_PROGRESS, false",
        "3, 0, 3, 0, FULFILLED, true",
        "3, 0, 2, 1, PARTLY_FULFILLED, true",
        "3, 0, 0, 3, UNFULFILLED, true"
    })
    void theStateOfAnItemFollowsFromItsCounters(
            int quota, int granted, int opened, int unfulfilled, ItemState state, boolean settled) {
        var fulfilment = new Fulfilment(quota, granted, opened, unfulfilled);

        assertThat(fulfilment.state()).isEqualTo(state);
        assertThat(fulfilment.settled()).isEqualTo(settled);
        assertThat(fulfilment.remaining()).isEqualTo(quota - granted - opened - unfulfilled);
    }

    private static void malformed(Runnable wrong) {
        assertThatThrownBy(wrong::run).isInstanceOf(Malformed.class);
    }
}
