package vn.hocvu.planning.views.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.AboutAmendment;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanAllocated;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.Views;

/** Finds what happened to a plan or an item, the latest first. */
@Component
public class Timelines {
    private static final List<String> AMENDING = Arrays.stream(PlanEvent.class.getPermittedSubclasses())
            .filter(AboutAmendment.class::isAssignableFrom)
            .map(Class::getSimpleName)
            .toList();

    private static final List<String> ALLOCATING = List.of(PlanAllocated.class.getSimpleName());

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

    /** The plan as the city allocated it, absent before. */
    public Optional<PlanAllocated> allocation(String planId) {
        return views
                .rows(TimelineView.class)
                .page(new RowQuery(Map.of("planId", planId), Map.of("kind", ALLOCATING), null, latestFirst(), 0, 1))
                .rows()
                .stream()
                .map(row -> (PlanAllocated) row.event())
                .findFirst();
    }

    /** What happened to one amendment. */
    public List<PlanFactRow> ofAmendment(String planId, String amendmentId) {
        return views
                .rows(TimelineView.class)
                .page(new RowQuery(Map.of("planId", planId), Map.of("kind", AMENDING), null, latestFirst(), 0, 20_000))
                .rows()
                .stream()
                .filter(row -> row.event() instanceof AboutAmendment about
                        && about.amendmentId().value().equals(amendmentId))
                .toList();
    }

    private static List<Sort> latestFirst() {
        return List.of(Sort.descending("sequence"));
    }
}
