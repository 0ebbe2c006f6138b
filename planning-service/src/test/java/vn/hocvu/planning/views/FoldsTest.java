package vn.hocvu.planning.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.planning.messages.consumed.classes.ClassEnded;
import vn.hocvu.planning.messages.consumed.classes.ClassOpened;
import vn.hocvu.planning.messages.consumed.enrollment.PlaceEnded;
import vn.hocvu.planning.messages.consumed.enrollment.PlaceTaken;
import vn.hocvu.planning.offplanrequest.Criterion;
import vn.hocvu.planning.offplanrequest.OffPlanEvent;
import vn.hocvu.planning.offplanrequest.OffPlanEvent.*;
import vn.hocvu.planning.offplanrequest.OffPlanPhase;
import vn.hocvu.planning.trainingplan.*;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.views.amendments.AmendmentRow;
import vn.hocvu.planning.views.amendments.AmendmentView;
import vn.hocvu.planning.views.classstock.ClassStockView;
import vn.hocvu.planning.views.classstock.StockFact;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.items.PlanItemView;
import vn.hocvu.planning.views.news.NewsRow;
import vn.hocvu.planning.views.news.NewsView;
import vn.hocvu.planning.views.offplan.OffPlanView;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.planning.views.plans.PlanView;
import vn.hocvu.planning.views.timeline.TimelineView;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

class FoldsTest {
    private static final PlanYear YEAR = new PlanYear(2020);
    private static final PlanId PLAN = PlanId.of(YEAR);
    private static final PlanItemId ITEM = PlanItemId.of(YEAR, 1);
    private static final LocalDate JAN_2 = LocalDate.of(2020, 1, 2);
    private static final PlanItemId ADDED = PlanItemId.of(YEAR, 3);
    private static final PlanItemId BESIDE = PlanItemId.of(YEAR, 4);
    private static final AmendmentId FIRST_CHANGE = AmendmentId.of(YEAR, 1);
    private static final ClassId FIRST = new ClassId("c-1");
    private static final ClassId SECOND = new ClassId("c-2");
    private static final VenueId TRUONG = new VenueId("truong");
    private static final DocumentRef PAPER = new DocumentRef(DocumentType.DECISION, "05", JAN_2, "Thành ủy", null);
    private static final PlanTotals TOTALS = new PlanTotals(3, 210, List.of());
    private static final PlanItemTerms TERMS = new PlanItemTerms(
            ClassType.TC_LLCT,
            Category.THEORY,
            new Funding(FundingSource.CITY_BUDGET, null),
            null,
            new PlannedVenue(VenueType.SCHOOL, null),
            StudyMode.PART_TIME,
            Quota.ofSize(3, 70),
            new AwaitedDocument("hướng dẫn"));
    private static final JsonMapper JSON = StoredJson.mapper();

    private static final List<PlanEvent> HISTORY = List.of(
            new PlanDrafted(PLAN, YEAR, 25, 2_133, LocalDate.of(2019, 12, 31), JAN_2),
            new PlanItemAdded(PLAN, ITEM, TERMS, JAN_2),
            new PlanItemAdded(PLAN, PlanItemId.of(YEAR, 2), TERMS, JAN_2),
            new PlanItemChanged(PLAN, ITEM, TERMS, TERMS, JAN_2),
            new PlanItemRemoved(PLAN, PlanItemId.of(YEAR, 2), JAN_2),
            new PlanSubmitted(PLAN, TOTALS, JAN_2),
            new PlanReturned(PLAN, "xem lại", JAN_2),
            new PlanSubmitted(PLAN, TOTALS, JAN_2),
            new PlanApproved(PLAN, PAPER, JAN_2),
            new PlanAllocated(PLAN, YEAR, PAPER, List.of(new Allocation(ITEM, TERMS)), TOTALS, JAN_2),
            new AwaitedDocumentReceived(PLAN, ITEM, PAPER, JAN_2),
            new ClassSlotGranted(PLAN, ITEM, FIRST, TRUONG, JAN_2),
            new ClassSlotDenied(PLAN, ITEM, new ClassId("c-3"), DenialCause.VENUE_DIFFERS, JAN_2),
            new ClassLinked(PLAN, ITEM, FIRST, 68, JAN_2),
            new ClassSlotGranted(PLAN, ITEM, SECOND, TRUONG, JAN_2),
            new PlanItemUnfulfilled(PLAN, ITEM, 1, 70, UnfulfilledReason.MERGED, null, SECOND, null, null, null, JAN_2),
            new ClassSlotGranted(PLAN, ITEM, new ClassId("c-4"), TRUONG, JAN_2),
            new ClassSlotReturned(PLAN, ITEM, new ClassId("c-4"), JAN_2),
            new CarryOverDetermined(PLAN, YEAR, List.of(FIRST), 1, 68, JAN_2, Instant.EPOCH, JAN_2),
            new AmendmentProposed(
                    PLAN,
                    FIRST_CHANGE,
                    AmendmentKind.INCREASE,
                    ITEM,
                    TERMS,
                    TERMS.with(Quota.ofSize(4, 70)),
                    AmendmentReason.NEED_CHANGED,
                    null,
                    PAPER,
                    List.of(AmendmentStep.SCHOOL, AmendmentStep.CITY),
                    JAN_2),
            new AmendmentEndorsed(PLAN, FIRST_CHANGE, ITEM, AmendmentStep.SCHOOL, null, JAN_2),
            amended(FIRST_CHANGE, ITEM, TERMS, TERMS.with(Quota.ofSize(4, 70))),
            amended(AmendmentId.of(YEAR, 2), ADDED, null, TERMS),
            amended(AmendmentId.of(YEAR, 3), ADDED, TERMS, null),
            new AmendmentRejected(PLAN, AmendmentId.of(YEAR, 4), ITEM, "không cần", JAN_2),
            new AmendmentWithdrawn(PLAN, AmendmentId.of(YEAR, 5), null, JAN_2),
            new QuotaClarified(PLAN, ITEM, TERMS, TERMS.with(Quota.explicit(4, 300)), PAPER, JAN_2),
            new PlanItemAdded(PLAN, BESIDE, TERMS, new OffPlanRequestId("off-1"), JAN_2),
            new PlanYearClosed(PLAN, YEAR, new YearTotals(3, 210, 1, 68, 1, 70, List.of()), null, JAN_2));

    @Test
    void anItemShowsWhatBecameOfIt() {
        PlanItemRow row = fold(new PlanItemView()).get("2020-01");

        assertThat(row.fulfilment()).isEqualTo(new Fulfilment(4, 0, 1, 1));
        assertThat(row.state()).isEqualTo(ItemState.IN_PROGRESS);
        assertThat(row.enrolled()).isEqualTo(68);
        assertThat(row.unfulfilledLearners()).isEqualTo(70);
        assertThat(row.awaiting()).isFalse();
        assertThat(row.classes())
                .extracting(PlanItemRow.LinkedClass::place)
                .containsExactly("DENIED", "OPENED", "GIVEN_UP", "RETURNED");
        assertThat(row.classes().get(1).venueId()).isEqualTo("truong");
        assertThat(fold(new PlanItemView()).get("2020-02").removed()).isTrue();
    }

    @Test
    void anItemShowsWhatTheLatestAmendmentSays() {
        var rows = fold(new PlanItemView());
        PlanItemRow removed = rows.get(ADDED.value());
        PlanItemRow beside = rows.get(BESIDE.value());

        assertThat(rows.get("2020-01").promise().quota()).isEqualTo(Quota.explicit(4, 300));
        assertThat(removed.state()).isEqualTo(ItemState.REMOVED);
        assertThat(removed.allocatedOn()).isEqualTo(JAN_2);
        assertThat(beside.offPlan()).isTrue();
        assertThat(beside.state()).isEqualTo(ItemState.ALLOCATED);
    }

    @Test
    void anAmendmentShowsWhoDecided() {
        var rows = fold(new AmendmentView());
        AmendmentRow row = rows.get("2020-A01");

        assertThat(row.state()).isEqualTo("APPROVED");
        assertThat(row.proposer()).isEqualTo("an");
        assertThat(row.involves("an")).isTrue();
        assertThat(row.involves("binh")).isFalse();
        assertThat(row.decisions()).hasSize(2);
        assertThat(row.next()).isNull();
        assertThat(row.document()).isEqualTo(PAPER);
        assertThat(rows.get("2020-A04").comments()).isEqualTo("không cần");
        assertThat(rows.get("2020-A05").open()).isFalse();
    }

    @Test
    void theNewsTellTheLatestToThoseWhomItConcerns() {
        var view = new NewsView();
        var rows = fold(view);

        assertThat(rows.get("plan-2020").latest())
                .extracting(NewsRow.Latest::kind)
                .isEqualTo("PlanYearClosed");
        assertThat(rows.get("plan-2020").people()).containsExactly("an");
        assertThat(rows.get("2020-01").latest())
                .extracting(NewsRow.Latest::kind)
                .isEqualTo("QuotaClarified");
        assertThat(rows.get("2020-02").latest()).as("never allocated").isNull();
        assertThat(rows.get(ADDED.value()).latest())
                .extracting(NewsRow.Latest::kind, NewsRow.Latest::detail)
                .containsExactly("PlanItemRemoved", "2020-A03");
        assertThat(rows.get(BESIDE.value()).latest())
                .extracting(NewsRow.Latest::kind)
                .isEqualTo("PlanItemAdded");
        assertThat(rows.get("2020-A04").latest())
                .extracting(NewsRow.Latest::kind)
                .isEqualTo("AmendmentRejected");
        assertThat(view.index(rows.get("2020-A01")).get("concerns")).isEqualTo(List.of("person an"));
        assertThat(view.index(rows.get("2020-02")).get("concerns")).isEqualTo(List.of());
    }

    @Test
    void onlyWhatIsAllocatedConcernsTheBodiesOfAnItem() {
        var view = new NewsView();
        var terms = TERMS.with(new Funding(FundingSource.DISTRICT_BUDGET, new OrgId("ba-vi")));
        var draft = view.after(view.empty("2020-01"), fact(new PlanItemAdded(PLAN, ITEM, terms, JAN_2), 1));

        assertThat(view.index(draft).get("concerns")).isEqualTo(List.of());

        var allocated = view.after(draft, fact(new PlanAllocated(PLAN, YEAR, PAPER, List.of(), TOTALS, JAN_2), 2));

        assertThat(view.index(allocated).get("concerns")).isEqualTo(List.of("payer ba-vi"));
    }

    private static PlanAmended amended(
            AmendmentId id, PlanItemId item, @Nullable PlanItemTerms before, @Nullable PlanItemTerms after) {
        return new PlanAmended(
                PLAN,
                id,
                AmendmentKind.INCREASE,
                item,
                before,
                after,
                AmendmentReason.NEED_CHANGED,
                PAPER,
                List.of(new Approver("chi", AmendmentStep.CITY)),
                JAN_2);
    }

    @Test
    void aPlanShowsHowFarItHasCome() {
        PlanRow row = fold(new PlanView()).get("plan-2020");

        assertThat(row.phase()).isEqualTo(PlanPhase.CLOSED);
        assertThat(row.proposers()).containsExactly("an");
        assertThat(row.carriedIn()).isEqualTo(new PlanRow.Stock(25, 2_133, LocalDate.of(2019, 12, 31)));
        assertThat(row.carriedOut()).isEqualTo(new PlanRow.Stock(1, 68, JAN_2));
        assertThat(row.comments()).isEqualTo("xem lại");
        assertThat(row.version()).isEqualTo(HISTORY.size() - 1);
    }

    @Test
    void theTimelineKeepsEveryFact() {
        var rows = fold(new TimelineView());

        assertThat(rows).hasSize(HISTORY.size());
        rows.values().forEach(row -> assertThat(row.event()).isEqualTo(HISTORY.get((int) row.sequence())));
        assertThat(rows.get("e-09").about()).isEqualTo("*");
        assertThat(rows.get("e-00").about()).isEqualTo("-");
    }

    @Test
    void aRequestShowsItsStepsAndItsDecision() {
        var view = new OffPlanView();
        var id = new OffPlanRequestId("off-1");
        var row = view.empty("off-1");
        int sequence = 0;
        for (OffPlanEvent event : List.<OffPlanEvent>of(
                new OffPlanClassRequested(
                        id,
                        new OrgId("ba-vi"),
                        ClassType.TC_LLCT,
                        Category.THEORY,
                        45,
                        TERMS.funding(),
                        "cần",
                        JAN_2,
                        JAN_2),
                new OffPlanAssessed(
                        id, new Criterion(true, null), new Criterion(false, null), new Criterion(true, null), JAN_2),
                new OffPlanConsulted(id, new OrgId("ba-vi"), JAN_2, "Nhất trí", PAPER, JAN_2),
                new OffPlanReported(id, new OrgId("ba-vi"), PAPER, JAN_2),
                new OffPlanApproved(id, YEAR, TERMS, PAPER, JAN_2))) {
            row = view.after(row, fact(event, sequence++));
        }

        assertThat(row.phase()).isEqualTo(OffPlanPhase.APPROVED);
        assertThat(row.steps()).hasSize(5);
        assertThat(row.proposer()).isEqualTo("an");
        assertThat(row.asked().learners()).isEqualTo(45);
        assertThat(view.after(row, fact(new OffPlanRejected(id, "không", JAN_2), 5))
                        .phase())
                .isEqualTo(OffPlanPhase.REJECTED);
        assertThat(view.after(row, fact(new OffPlanWithdrawn(id, JAN_2), 5)).phase())
                .isEqualTo(OffPlanPhase.WITHDRAWN);
    }

    @Test
    void theSameFactsAgainGiveTheSameRows() {
        assertThat(fold(new PlanView())).isEqualTo(fold(new PlanView()));
        assertThat(fold(new PlanItemView())).isEqualTo(fold(new PlanItemView()));
        assertThat(fold(new TimelineView())).isEqualTo(fold(new TimelineView()));
        assertThat(fold(new NewsView())).isEqualTo(fold(new NewsView()));
    }

    @Test
    void everyRowIsReadBackAsItWasWritten() {
        for (var row : fold(new PlanItemView()).values()) {
            assertThat(JSON.readValue(JSON.writeValueAsString(row), PlanItemRow.class))
                    .isEqualTo(row);
        }
        for (var row : fold(new NewsView()).values()) {
            assertThat(JSON.readValue(JSON.writeValueAsString(row), NewsRow.class))
                    .isEqualTo(row);
        }
        for (var row : fold(new PlanView()).values()) {
            assertThat(JSON.readValue(JSON.writeValueAsString(row), PlanRow.class))
                    .isEqualTo(row);
        }
    }

    @Test
    void theRollOfAClassIsKnownForEveryDay() {
        var view = new ClassStockView();
        var row = view.empty("c-1");
        for (StockFact fact : List.<StockFact>of(
                new PlaceTaken("c-1", day(2, 1)),
                new PlaceTaken("c-1", day(2, 1)),
                new ClassOpened("c-1", "TC-2020-01", "2020-01", false, 2, day(3, 1)),
                new PlaceTaken("c-1", day(4, 1)),
                new PlaceEnded("c-1", day(5, 1)),
                new ClassEnded("c-1", day(9, 1)))) {
            row = view.after(row, fact(fact, 0));
        }

        assertThat(row.classCode()).isEqualTo("TC-2020-01");
        assertThat(row.rollAtEndOf(day(2, 28))).isZero();
        assertThat(row.rollAtEndOf(day(3, 1))).isEqualTo(2);
        assertThat(row.rollAtEndOf(day(4, 30))).isEqualTo(3);
        assertThat(row.rollAtEndOf(day(5, 1))).isEqualTo(2);
        assertThat(row.runsAtEndOf(day(8, 31))).isTrue();
        assertThat(row.runsAtEndOf(day(9, 1))).isFalse();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2020, month, day);
    }

    private static <R> Map<String, R> fold(View<PlanEvent, R> view) {
        var rows = new TreeMap<String, R>();
        for (int n = 0; n < HISTORY.size(); n++) {
            var fact = fact(HISTORY.get(n), n);
            for (var key : view.keys(fact)) {
                rows.put(key, view.after(rows.getOrDefault(key, view.empty(key)), fact));
            }
        }
        return rows;
    }

    private static <F> Fact<F> fact(F body, int sequence) {
        return new Fact<>(
                body,
                body.getClass().getSimpleName(),
                "planning",
                "plan-2020",
                sequence,
                "e-%02d".formatted(sequence),
                Instant.EPOCH,
                Map.of("actor", "an", "role", "PLANNING_OFFICER"));
    }
}
