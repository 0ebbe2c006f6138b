package vn.hocvu.planning.views.items;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Views;

/** Finds plan items. */
@Component
public class PlanItems {
    private static final Comparator<PlanItemRow> IN_ORDER =
            Comparator.comparing(PlanItemRow::planId).thenComparingInt(PlanItemRow::number);

    private final Views views;

    PlanItems(Views views) {
        this.views = views;
    }

    /** An item that stands in its plan, or that an amendment took out of it. */
    public Optional<PlanItemRow> find(PlanItemId itemId) {
        return views.rows(PlanItemView.class)
                .find(itemId.value())
                .filter(row -> stands(row) || (row.terms() != null && row.allocatedOn() != null));
    }

    /** The item that an approved request for an off-plan class became. */
    public Optional<PlanItemRow> ofRequest(String requestId) {
        return views.rows(PlanItemView.class).page(RowQuery.where("requestId", requestId)).rows().stream()
                .filter(PlanItems::stands)
                .findFirst();
    }

    /** The items of a plan, in its order. */
    public List<PlanItemRow> of(String planId) {
        return views.rows(PlanItemView.class).page(RowQuery.where("planId", planId)).rows().stream()
                .filter(PlanItems::stands)
                .sorted(IN_ORDER)
                .toList();
    }

    /** The items of all plans. */
    public List<PlanItemRow> all() {
        return views.rows(PlanItemView.class).all().stream()
                .filter(PlanItems::stands)
                .sorted(IN_ORDER)
                .toList();
    }

    private static boolean stands(PlanItemRow row) {
        return row.terms() != null && !row.removed();
    }
}
