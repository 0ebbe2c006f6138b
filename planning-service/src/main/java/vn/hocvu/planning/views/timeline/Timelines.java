package vn.hocvu.planning.views.timeline;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.Views;

/** Finds what happened to a plan or an item, the latest first. */
@Component
public class Timelines {
    private final Views views;

    Timelines(Views views) {
        this.views = views;
    }

    /**
     * @param page from 0
     */
    public PageOf<PlanFactRow> of(String planId, int page, int size) {
        return views.rows(TimelineView.class)
                .page(new RowQuery(Map.of("planId", planId), Map.of(), null, latestFirst(), page, size));
    }

    /** What happened to one item, with the allocation of the whole plan. */
    public List<PlanFactRow> of(PlanItemId itemId) {
        return views.rows(TimelineView.class)
                .page(new RowQuery(
                        Map.of("planId", itemId.planId().value()),
                        Map.of("about", List.of(itemId.value(), PlanFactRow.EVERY_ITEM)),
                        null,
                        latestFirst(),
                        0,
                        500))
                .rows();
    }

    private static List<Sort> latestFirst() {
        return List.of(Sort.descending("sequence"));
    }
}
