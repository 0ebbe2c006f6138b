package vn.hocvu.planning.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hocvu.planning.messages.published.PlanningPublication;
import vn.hocvu.planning.offplanrequest.Criterion;
import vn.hocvu.planning.offplanrequest.OffPlanEvent.*;
import vn.hocvu.planning.trainingplan.*;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.platform.testkit.Contracts;

class PublishedContractsTest {
    private static final PlanYear YEAR = new PlanYear(2020);
    private static final PlanId PLAN = PlanId.of(YEAR);
    private static final LocalDate JAN_2 = LocalDate.of(2020, 1, 2);
    private static final LocalDate SEP_8 = LocalDate.of(2020, 9, 8);
    private static final LocalDate NOV_30 = LocalDate.of(2020, 11, 30);
    private static final LocalDate NEXT_JAN_10 = LocalDate.of(2021, 1, 10);
    private static final LocalDate MAY_4 = LocalDate.of(2020, 5, 4);
    private static final AmendmentId AMENDMENT = AmendmentId.of(YEAR, 1);
    private static final OffPlanRequestId REQUEST = new OffPlanRequestId("off-0198c7ae");
    private static final PlanItemId ITEM_1 = PlanItemId.of(YEAR, 1);
    private static final PlanItemId ITEM_2 = PlanItemId.of(YEAR, 2);
    private static final PlanItemId ITEM_3 = PlanItemId.of(YEAR, 3);
    private static final PlanItemId ITEM_4 = PlanItemId.of(YEAR, 4);
    private static final ClassId CLASS = new ClassId("0ac0eb0d-9a3c-3ed9-a1b4-9d2e8e0c6f11");
    private static final ClassId OTHER = new ClassId("5b1f9b0e-52a8-3c6b-8f0a-7f0d8f1f2a22");
    private static final OrgId PROPAGANDA = new OrgId("ban-tuyen-giao-thanh-uy");
    private static final Funding CITY = new Funding(FundingSource.CITY_BUDGET, null);
    private static final PlannedVenue SCHOOL = new PlannedVenue(VenueType.SCHOOL, new VenueId("truong"));
    private static final PlannedVenue ANYWHERE = new PlannedVenue(VenueType.SCHOOL, null);
    private static final List<QuotaReading> READINGS = List.of(
            new QuotaReading(ReadingScope.CATEGORY_ONLY, 2_806), new QuotaReading(ReadingScope.GRAND_TOTAL, 996));
    private static final List<AmbiguousFigure> FIGURES = List.of(new AmbiguousFigure(ITEM_4, 2_806, READINGS));
    private static final PlanTotals TOTALS = new PlanTotals(17, 640, FIGURES);

    private static final PlanItemTerms TERMS_1 = new PlanItemTerms(
            ClassType.TC_LLCT, Category.THEORY, CITY, null, SCHOOL, StudyMode.PART_TIME, Quota.ofSize(3, 70), null);
    private static final PlanItemTerms TERMS_2 = baVi(1, 80);
    private static final PlanItemTerms TERMS_3 = new PlanItemTerms(
            ClassType.BOI_DUONG,
            Category.PARTY_WORK,
            CITY,
            PROPAGANDA,
            ANYWHERE,
            StudyMode.FULL_TIME,
            Quota.explicit(1, 350),
            new AwaitedDocument("hướng dẫn của Trung ương"));
    private static final PlanItemTerms TERMS_4 = new PlanItemTerms(
            ClassType.BOI_DUONG,
            Category.MASS_ORGANIZATION_WORK,
            CITY,
            null,
            ANYWHERE,
            StudyMode.FULL_TIME,
            Quota.ambiguous(12, 2_806, READINGS),
            null);

    @Test
    void everythingPlanningSaysEqualsItsSample() {
        Contracts.producer("planning", new PlanningPublication())
                .publishes(List.of(
                        new PlanDrafted(PLAN, YEAR, 25, 2_133, LocalDate.of(2019, 12, 31), JAN_2),
                        new PlanItemAdded(PLAN, ITEM_2, TERMS_2, JAN_2),
                        new PlanItemChanged(PLAN, ITEM_2, baVi(2, 160), TERMS_2, JAN_2),
                        new PlanItemRemoved(PLAN, ITEM_2, JAN_2),
                        new PlanSubmitted(PLAN, TOTALS, JAN_2),
                        new PlanReturned(PLAN, "Bổ sung lớp tại Ba Vì", JAN_2),
                        new PlanApproved(PLAN, decision(), JAN_2),
                        allocated(),
                        proposed(),
                        new AmendmentEndorsed(PLAN, AMENDMENT, ITEM_2, AmendmentStep.SCHOOL, decision(), MAY_4),
                        new AmendmentRejected(PLAN, AMENDMENT, ITEM_2, "Chưa có địa điểm", MAY_4),
                        new AmendmentWithdrawn(PLAN, AMENDMENT, ITEM_2, MAY_4),
                        amended(),
                        new QuotaClarified(
                                PLAN,
                                ITEM_4,
                                TERMS_4,
                                TERMS_4.with(Quota.explicit(12, 996)),
                                decision(),
                                LocalDate.of(2020, 6, 1)),
                        new OffPlanClassRequested(
                                REQUEST,
                                new OrgId("ba-vi"),
                                ClassType.TC_LLCT,
                                Category.THEORY,
                                45,
                                TERMS_2.funding(),
                                "Đào tạo cán bộ quy hoạch",
                                SEP_8,
                                MAY_4),
                        new OffPlanWithdrawn(REQUEST, MAY_4),
                        new OffPlanAssessed(REQUEST, met("45 người"), met("Đủ"), met("Trống"), MAY_4),
                        new OffPlanConsulted(REQUEST, PROPAGANDA, MAY_4, "Nhất trí", decision(), MAY_4),
                        new OffPlanReported(REQUEST, new OrgId("ban-to-chuc-thanh-uy"), decision(), MAY_4),
                        new OffPlanApproved(REQUEST, YEAR, TERMS_2.with(Quota.explicit(1, 45)), decision(), MAY_4),
                        new OffPlanRejected(REQUEST, "Không bố trí được giảng viên", MAY_4),
                        received(),
                        new ClassSlotGranted(PLAN, ITEM_1, CLASS, new VenueId("truong"), SEP_8),
                        new ClassSlotDenied(PLAN, ITEM_1, CLASS, DenialCause.QUOTA_EXHAUSTED, SEP_8),
                        new ClassSlotReturned(PLAN, ITEM_1, CLASS, NOV_30),
                        new ClassLinked(PLAN, ITEM_1, CLASS, 68, LocalDate.of(2020, 9, 15)),
                        unfulfilled(),
                        carriedOver(),
                        closed()));
    }

    private static PlanAllocated allocated() {
        return new PlanAllocated(
                PLAN,
                YEAR,
                decision(),
                List.of(
                        new Allocation(ITEM_1, TERMS_1),
                        new Allocation(ITEM_2, TERMS_2),
                        new Allocation(ITEM_3, TERMS_3),
                        new Allocation(ITEM_4, TERMS_4)),
                TOTALS,
                JAN_2);
    }

    private static Criterion met(String note) {
        return new Criterion(true, note);
    }

    private static AmendmentProposed proposed() {
        return new AmendmentProposed(
                PLAN,
                AMENDMENT,
                AmendmentKind.INCREASE,
                ITEM_2,
                TERMS_2,
                baVi(2, 160),
                AmendmentReason.NEED_CHANGED,
                "Thêm người được quy hoạch",
                decision(),
                List.of(AmendmentStep.SCHOOL, AmendmentStep.CITY),
                MAY_4);
    }

    private static PlanAmended amended() {
        return new PlanAmended(
                PLAN,
                AMENDMENT,
                AmendmentKind.INCREASE,
                ITEM_2,
                TERMS_2,
                baVi(2, 160),
                AmendmentReason.NEED_CHANGED,
                decision(),
                List.of(
                        new Approver("school_board", AmendmentStep.SCHOOL),
                        new Approver("city_org_board", AmendmentStep.CITY)),
                MAY_4);
    }

    private static AwaitedDocumentReceived received() {
        var guidance = new DocumentRef(
                DocumentType.GUIDANCE,
                "12-HD/BTGTW",
                LocalDate.of(2019, 12, 26),
                "Ban Tuyên giáo Trung ương",
                "Trưởng ban");
        return new AwaitedDocumentReceived(PLAN, ITEM_3, guidance, LocalDate.of(2020, 12, 1));
    }

    private static PlanItemUnfulfilled unfulfilled() {
        return new PlanItemUnfulfilled(
                PLAN,
                ITEM_2,
                1,
                80,
                UnfulfilledReason.INSUFFICIENT_ENROLLMENT,
                "Chỉ có 24 người đăng ký",
                CLASS,
                decision(),
                new OrgId("ba-vi"),
                PROPAGANDA,
                NOV_30);
    }

    private static CarryOverDetermined carriedOver() {
        return new CarryOverDetermined(
                PLAN,
                YEAR,
                List.of(CLASS, OTHER),
                2,
                138,
                LocalDate.of(2020, 12, 31),
                Instant.parse("2021-01-10T10:00:00Z"),
                NEXT_JAN_10);
    }

    private static PlanYearClosed closed() {
        var minutes = new DocumentRef(
                DocumentType.MINUTES, "01/BB", LocalDate.of(2021, 1, 8), "Trường đào tạo cán bộ", "Trưởng ban");
        return new PlanYearClosed(
                PLAN, YEAR, new YearTotals(17, 640, 14, 1_138, 3, 500, FIGURES), minutes, NEXT_JAN_10);
    }

    private static PlanItemTerms baVi(int classes, int learners) {
        return new PlanItemTerms(
                ClassType.TC_LLCT,
                Category.THEORY,
                new Funding(FundingSource.DISTRICT_BUDGET, new OrgId("ba-vi")),
                null,
                new PlannedVenue(VenueType.CENTER, new VenueId("ba-vi")),
                StudyMode.PART_TIME,
                Quota.explicit(classes, learners),
                null);
    }

    private static DocumentRef decision() {
        return new DocumentRef(
                DocumentType.DECISION, "05-QĐ/TU", LocalDate.of(2019, 12, 26), "Ban Tổ chức Thành ủy", "Trưởng ban");
    }
}
