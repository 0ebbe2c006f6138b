package vn.hocvu.reporting.views.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.hocvu.reporting.publishedfigure.FigureName.PLANNED;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.reporting.Folded;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.publishedfigure.Count;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.views.figures.planbook.ItemTerms;
import vn.hocvu.reporting.views.figures.planbook.PlanBookView;

/** A plan's quotas as in force on a date and as known at an instant. */
class AmendedPlanTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FigureScope ALL = FigureScope.ofType("TC_LLCT");
    private static final LocalDate JAN_2 = LocalDate.of(2020, 1, 2);
    private static final LocalDate FEB_1 = LocalDate.of(2020, 2, 1);
    private static final LocalDate MAY_4 = LocalDate.of(2020, 5, 4);
    private static final LocalDate DEC_31 = LocalDate.of(2020, 12, 31);

    private final List<Fact<Heard>> facts = new ArrayList<>();

    @Test
    void anAmendmentCountsFromTheDayItTakesEffectAndOnceItIsKnown() {
        allocated(item("2020-01", 1, 80));
        amended("2020-01", MAY_4, MAY_4, item("2020-01", 1, 80), item("2020-01", 2, 160));

        assertThat(planned(MAY_4.minusDays(1), DEC_31)).isEqualTo(new Count(1, 80));
        assertThat(planned(MAY_4, DEC_31)).isEqualTo(new Count(2, 160));
        assertThat(planned(DEC_31, MAY_4.minusDays(1))).isEqualTo(new Count(1, 80));
    }

    @Test
    void aBackDatedAmendmentChangesOnlyWhatItChanges() {
        allocated(item("2020-01", 1, 80));
        amended("2020-01", MAY_4, MAY_4, item("2020-01", 1, 80), item("2020-01", 2, 160));
        amended("2020-01", FEB_1, MAY_4.plusDays(9), item("2020-01", 2, 160), item("2020-01", 3, 240));

        assertThat(planned(FEB_1, DEC_31)).isEqualTo(new Count(2, 160));
        assertThat(planned(DEC_31, DEC_31)).isEqualTo(new Count(3, 240));
        assertThat(planned(FEB_1, MAY_4)).isEqualTo(new Count(1, 80));
    }

    @Test
    void itemsComeAndGo() {
        allocated(item("2020-01", 1, 80));
        amended("2020-02", FEB_1, FEB_1, null, item("2020-02", 1, 70));
        amended("2020-01", MAY_4, MAY_4, item("2020-01", 1, 80), null);

        assertThat(planned(FEB_1, DEC_31)).isEqualTo(new Count(2, 150));
        assertThat(planned(MAY_4, DEC_31)).isEqualTo(new Count(1, 70));
    }

    @Test
    void anAmendmentOfAnItemThatIsNotThereChangesNothing() {
        allocated(item("2020-01", 1, 80));
        amended("2020-09", MAY_4, MAY_4, item("2020-09", 1, 80), item("2020-09", 2, 160));

        assertThat(planned(DEC_31, DEC_31)).isEqualTo(new Count(1, 80));
    }

    @Test
    void anAmbiguousFigureCountsOnceItIsClear() {
        allocated(unclear("2020-01"));
        clarified();

        assertThat(planned(FEB_1, DEC_31)).isEqualTo(new Count(12, 0));
        assertThat(planned(MAY_4, DEC_31)).isEqualTo(new Count(12, 996));
    }

    @Test
    void theAllocationIsToldApartFromWhatAmendmentsMadeOfIt() {
        allocated(item("2020-01", 1, 80));
        amended("2020-01", FEB_1, FEB_1, item("2020-01", 1, 80), item("2020-01", 2, 160));
        amended("2020-02", FEB_1, FEB_1, null, item("2020-02", 1, 70));

        assertThat(planned(DEC_31, DEC_31)).isEqualTo(new Count(3, 230));
        assertThat(figures(DEC_31, DEC_31).allocation(2020).orElseThrow().items())
                .extracting(ItemTerms::itemId, ItemTerms::quotaClasses, ItemTerms::learners)
                .containsExactly(tuple("2020-01", 1, 80));
    }

    @Test
    void theAllocationSaysWhatAnUnclearFigureMeansOnceThatIsKnown() {
        allocated(unclear("2020-01"));
        clarified();

        assertThat(figures(FEB_1, DEC_31).allocation(2020).orElseThrow().items())
                .singleElement()
                .matches(ItemTerms::ambiguous);
        assertThat(figures(MAY_4, DEC_31).allocation(2020).orElseThrow().items())
                .singleElement()
                .matches(item -> item.learners() == 996);
    }

    private Count planned(LocalDate effective, LocalDate known) {
        return figures(effective, known).figure(PLANNED, 2020, ALL);
    }

    private Figures figures(LocalDate effective, LocalDate known) {
        var asOf = new AsOf(effective, known.atTime(17, 0).toInstant(ZoneOffset.UTC));
        return Figures.of(List.of(), Folded.by(new PlanBookView(), facts), asOf);
    }

    private void clarified() {
        tell(
                "QuotaClarified",
                MAY_4,
                MAY_4,
                Map.of(
                        "planId",
                        "plan-2020",
                        "itemId",
                        "2020-01",
                        "before",
                        unclear("2020-01"),
                        "after",
                        item("2020-01", 12, 996)));
    }

    private static Map<String, Object> item(String itemId, int classes, int learners) {
        return Map.of(
                "itemId", itemId,
                "classType", "TC_LLCT",
                "fundingSource", "CITY_BUDGET",
                "quotaClasses", classes,
                "quotaLearners", learners);
    }

    private static Map<String, Object> unclear(String itemId) {
        return Map.of("itemId", itemId, "classType", "TC_LLCT", "quotaClasses", 12, "ambiguousValue", 2_806);
    }

    private void allocated(Map<String, Object> item) {
        tell("PlanAllocated", JAN_2, JAN_2, Map.of("planId", "plan-2020", "year", 2020, "allocations", List.of(item)));
    }

    private void amended(
            String itemId,
            LocalDate effective,
            LocalDate recorded,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        var body = new HashMap<String, Object>(Map.of("planId", "plan-2020", "itemId", itemId));
        if (before != null) {
            body.put("before", before);
        }
        if (after != null) {
            body.put("after", after);
        }
        tell("PlanAmended", effective, recorded, body);
    }

    private void tell(String type, LocalDate effective, LocalDate recorded, Map<String, Object> body) {
        var payload = new HashMap<>(body);
        payload.put("effectiveOn", effective.toString());
        facts.add(new Fact<>(
                new Heard(JSON.valueToTree(payload)),
                type,
                "planning",
                "plan-2020",
                facts.size(),
                "e-" + facts.size(),
                recorded.atTime(10, 0).toInstant(ZoneOffset.UTC),
                Map.of()));
    }
}
