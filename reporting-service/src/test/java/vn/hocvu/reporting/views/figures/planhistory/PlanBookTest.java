package vn.hocvu.reporting.views.figures.planhistory;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.reporting.views.figures.planhistory.ToldPlan.at;
import static vn.hocvu.reporting.views.figures.planhistory.ToldPlan.item;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocvu.reporting.Folded;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.AsOf;
import vn.hocvu.reporting.views.figures.Figures;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;
import vn.hocvu.reporting.views.figures.planbook.PlanBookView;

/** The plan at any point of both axes follows from what was said, and never contradicts the live plan book. */
class PlanBookTest {
    private static final LocalDate JAN_2 = LocalDate.of(2020, 1, 2);
    private static final LocalDate FEB_1 = LocalDate.of(2020, 2, 1);
    private static final LocalDate MAY_4 = LocalDate.of(2020, 5, 4);
    private static final LocalDate MAY_20 = LocalDate.of(2020, 5, 20);
    private static final LocalDate DEC_31 = LocalDate.of(2020, 12, 31);

    private final ToldPlan told = new ToldPlan(2020);

    @Test
    void nothingIsInForceBeforeThePlanIsAllocatedOnBothAxes() {
        told.allocated(JAN_2, List.of(item("2020-01", 1, 80)));

        assertThat(stand(JAN_2.minusDays(1), DEC_31).allocated()).isNull();
        assertThat(stand(DEC_31, JAN_2.minusDays(1)).items()).isEmpty();
        assertThat(stand(JAN_2, JAN_2).total().quota()).isEqualTo(new Count(1, 80));
    }

    @Test
    void aBackDatedAmendmentIsInForceBeforeItWasRecordedButNotKnownThen() {
        told.allocated(JAN_2, List.of(item("2020-01", 1, 80)));
        told.amended("2020-A01", FEB_1, MAY_4, "2020-01", item("2020-01", 1, 80), item("2020-01", 2, 160));

        assertThat(stand(FEB_1, DEC_31).total().quota()).isEqualTo(new Count(2, 160));
        assertThat(stand(FEB_1, MAY_4.minusDays(1)).total().quota()).isEqualTo(new Count(1, 80));
        assertThat(stand(FEB_1.minusDays(1), DEC_31).total().quota()).isEqualTo(new Count(1, 80));
    }

    @Test
    void offPlanClassesStandBesideTheQuotas() {
        told.allocated(JAN_2, List.of(item("2020-01", 1, 80)));
        told.tell(
                "PlanItemAdded",
                MAY_4,
                MAY_4,
                Map.of("item", item("2020-02", 1, 45), "offPlan", true, "requestId", "off-1"),
                "WhenOffPlanApprovedAddItem");

        var stand = stand(DEC_31, DEC_31);

        assertThat(stand.total().quota()).isEqualTo(new Count(1, 80));
        assertThat(stand.offPlan()).extracting(ItemStand::itemId).containsExactly("2020-02");
        assertThat(stand(MAY_4.minusDays(1), DEC_31).offPlan()).isEmpty();
    }

    @Test
    void whatBecameOfAnItemIsToldAsOfThen() {
        told.allocated(JAN_2, List.of(item("2020-01", 3, 240)));
        slot("ClassSlotGranted", FEB_1, "c-1");
        slot("ClassSlotGranted", FEB_1, "c-2");
        told.tell(
                "ClassLinked",
                MAY_4,
                MAY_4,
                Map.of("itemId", "2020-01", "classId", "c-1", "enrolledCount", 77),
                "WhenClassOpenedLinkClass");
        told.tell(
                "PlanItemUnfulfilled",
                MAY_20,
                MAY_20,
                Map.of(
                        "itemId",
                        "2020-01",
                        "classId",
                        "c-2",
                        "classes",
                        1,
                        "learners",
                        80,
                        "reasonCode",
                        "INSUFFICIENT_ENROLLMENT"),
                "planning_officer");

        assertThat(stand(FEB_1, DEC_31).total().granted()).isEqualTo(2);
        assertThat(stand(MAY_4, DEC_31).total().opened()).isEqualTo(new Count(1, 77));
        var now = stand(DEC_31, DEC_31).total();
        assertThat(now.granted()).isZero();
        assertThat(now.unfulfilled()).isEqualTo(new Count(1, 80));
        assertThat(now.remaining()).isEqualTo(1);
    }

    @Test
    void theDifferenceNamesWhatMakesItAndWhoStandsBehindIt() {
        told.allocated(JAN_2, List.of(item("2020-01", 1, 80), item("2020-02", 1, 70)));
        told.amended("2020-A01", MAY_4, MAY_4, "2020-01", item("2020-01", 1, 80), item("2020-01", 2, 160));
        told.amended("2020-A02", MAY_20, MAY_20, "2020-03", null, item("2020-03", 1, 50));

        var difference = told.book().between(new AsOf(JAN_2, at(JAN_2)), new AsOf(DEC_31, at(DEC_31)));

        assertThat(difference.items())
                .extracting(PlanDifference.ItemChange::itemId)
                .containsExactly("2020-01", "2020-03");
        var cause = difference.items().getFirst().because().getFirst();
        assertThat(cause.added()).isTrue();
        assertThat(cause.move().actor()).isEqualTo("city_org_board");
        assertThat(cause.move().approvedBy()).containsExactly("school_board");
        assertThat(cause.move().at().document()).contains("05-QĐ/TU");
        var back = told.book().between(new AsOf(DEC_31, at(DEC_31)), new AsOf(JAN_2, at(JAN_2)));
        assertThat(back.items().getFirst().because().getFirst().added()).isFalse();
    }

    @Test
    void whatCancelsOutIsStillTold() {
        told.allocated(JAN_2, List.of(item("2020-01", 1, 80)));
        told.amended("2020-A01", MAY_4, MAY_4, "2020-01", item("2020-01", 1, 80), item("2020-01", 2, 160));
        told.amended("2020-A02", MAY_20, MAY_20, "2020-01", item("2020-01", 2, 160), item("2020-01", 1, 80));

        var change = told.book()
                .between(new AsOf(JAN_2, at(JAN_2)), new AsOf(DEC_31, at(DEC_31)))
                .items()
                .getFirst();

        assertThat(change.before()).isEqualTo(change.after());
        assertThat(change.because()).hasSize(2);
    }

    @Test
    void anAmendmentIsKeptFromProposalToDecisionEvenIfRejected() {
        told.allocated(JAN_2, List.of(item("2020-01", 1, 80)));
        var proposal = Map.<String, Object>of(
                "amendmentId", "2020-A01", "kind", "INCREASE", "itemId", "2020-01", "reasonCode", "NEED_CHANGED");
        told.tell("AmendmentProposed", FEB_1, FEB_1, proposal, "planning_officer");
        told.tell(
                "AmendmentRejected",
                MAY_4,
                MAY_4,
                Map.of("amendmentId", "2020-A01", "itemId", "2020-01", "comments", "Chưa có địa điểm"),
                "school_board");

        var rows = Folded.by(new PlanHistoryView(), told.facts());
        var item = rows.stream().filter(row -> row.key().endsWith("/2020-01")).findFirst();
        var amendment =
                rows.stream().filter(row -> row.key().endsWith("/2020-A01")).findFirst();

        assertThat(item.orElseThrow().parts()).containsExactly("2020-A01");
        assertThat(amendment.orElseThrow().moves())
                .extracting(PlanMove::kind)
                .containsExactly("AmendmentProposed", "AmendmentRejected");
        assertThat(amendment.orElseThrow().moves().getLast().reasonText()).isEqualTo("Chưa có địa điểm");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void atEveryPointThePlanIsTheOneOfTheLivePlanBookAndSubTotalsAddUp(long seed) {
        var random = new Random(seed);
        anyHistory(random);
        var book = told.book();
        var live = Folded.by(new PlanBookView(), told.facts());

        for (var n = 0; n < 60; n++) {
            var asOf = n == 0
                    ? new AsOf(LocalDate.of(2999, 1, 1), at(LocalDate.of(2999, 1, 1)))
                    : new AsOf(JAN_2.plusDays(random.nextInt(-5, 370)), at(JAN_2.plusDays(random.nextInt(-5, 370))));
            var stand = book.at(asOf);
            var figures = Figures.of(List.of(), live, asOf);

            assertThat(terms(stand.proper()))
                    .as(asOf.toString())
                    .isEqualTo(figures.plan(2020)
                            .map(plan -> plan.items().stream().collect(Collectors.toMap(ItemTerms::itemId, one -> one)))
                            .orElse(Map.of()));
            assertThat(stand.total().quota()).isEqualTo(figures.figure(FigureName.PLANNED, 2020, FigureScope.ALL));
            assertThat(stand.total().unfulfilled())
                    .isEqualTo(figures.figure(FigureName.UNFULFILLED, 2020, FigureScope.ALL));
            var leaves = stand.grid().stream().filter(line -> !line.subTotal()).toList();
            assertThat(leaves.stream()
                            .mapToInt(line -> line.sums().quota().learners())
                            .sum())
                    .isEqualTo(stand.total().quota().learners());
            assertThat(leaves.stream().mapToInt(line -> line.sums().remaining()).sum())
                    .isEqualTo(stand.total().remaining());
        }
    }

    private static Map<String, ItemTerms> terms(List<ItemStand> items) {
        return items.stream().collect(Collectors.toMap(ItemStand::itemId, ItemStand::terms));
    }

    /** Forty things that may happen to a plan of eight items, some recorded long after they took effect. */
    private void anyHistory(Random random) {
        var now = new TreeMap<String, Map<String, Object>>();
        IntStream.rangeClosed(1, 8).forEach(n -> now.put("2020-0" + n, any(random, "2020-0" + n)));
        told.allocated(JAN_2, List.copyOf(now.values()));
        var recorded = JAN_2;
        for (var n = 1; n <= 40; n++) {
            recorded = recorded.plusDays(random.nextInt(9));
            var effective = recorded.plusDays(random.nextInt(-60, 20));
            var itemId = now.keySet().stream()
                    .skip(random.nextInt(now.size()))
                    .findFirst()
                    .orElseThrow();
            var amendment = "2020-A%02d".formatted(n);
            switch (random.nextInt(6)) {
                case 0 -> {
                    var added = "2020-%02d".formatted(10 + n);
                    now.put(added, any(random, added));
                    told.amended(amendment, effective, recorded, added, null, now.get(added));
                }
                case 1 -> {
                    if (now.size() > 1) {
                        told.amended(amendment, effective, recorded, itemId, now.remove(itemId), null);
                    }
                }
                case 2 ->
                    told.tell(
                            "PlanItemUnfulfilled",
                            effective,
                            recorded,
                            Map.of("itemId", itemId, "classes", 1, "learners", 10, "reasonCode", "OTHER"),
                            "planning_officer");
                default -> {
                    var before = now.get(itemId);
                    var after = new HashMap<>(before);
                    after.putAll(any(random, itemId));
                    now.put(itemId, after);
                    told.amended(amendment, effective, recorded, itemId, before, after);
                }
            }
        }
    }

    private static Map<String, Object> any(Random random, String itemId) {
        var item = item(itemId, random.nextInt(1, 9), random.nextInt(10, 900));
        item.put("fundingSource", List.of("CITY_BUDGET", "DISTRICT_BUDGET").get(random.nextInt(2)));
        item.put("venueType", List.of("SCHOOL", "CENTER").get(random.nextInt(2)));
        return item;
    }

    private void slot(String kind, LocalDate day, String classId) {
        told.tell(kind, day, day, Map.of("itemId", "2020-01", "classId", classId), "WhenClassProposedGrantClassSlot");
    }

    private PlanStand stand(LocalDate effective, LocalDate known) {
        return told.book().at(new AsOf(effective, at(known)));
    }
}
