package vn.hocvu.reporting.views.figures.planhistory;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.reporting.views.figures.planbook.PlanBookView;
import vn.hocvu.reporting.views.figures.planbook.PlanRow;

/** Finds what was said about plans; every row is fetched by its address. */
public final class PlanBooks {
    private final Views views;

    public PlanBooks(Views views) {
        this.views = views;
    }

    /** Years whose plan was allocated, the latest first. */
    public List<Integer> years() {
        return views.rows(PlanBookView.class).all().stream()
                .filter(plan -> plan.allocated() != null)
                .map(PlanRow::year)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The plan of the year with all its items. */
    public Optional<PlanBook> of(int year) {
        var rows = views.rows(PlanHistoryView.class);
        return rows.find(planId(year))
                .map(plan -> new PlanBook(
                        plan,
                        List.copyOf(rows.find(plan.parts().stream()
                                        .map(item -> PlanHistory.part(plan.planId(), item))
                                        .toList())
                                .values())));
    }

    /** What was said about one item. */
    public Optional<PlanHistory> item(int year, String itemId) {
        return views.rows(PlanHistoryView.class).find(PlanHistory.part(planId(year), itemId));
    }

    /** What was said about some amendments of a year's plan, in the order in which they are asked for. */
    public List<PlanHistory> amendments(int year, List<String> amendmentIds) {
        var found = views.rows(PlanHistoryView.class)
                .find(amendmentIds.stream()
                        .map(id -> PlanHistory.part(planId(year), id))
                        .toList());
        return amendmentIds.stream()
                .map(id -> found.get(PlanHistory.part(planId(year), id)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String planId(int year) {
        return "plan-" + year;
    }
}
