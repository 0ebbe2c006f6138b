package vn.hocvu.planning.views.news;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanEvent;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.viewstore.View;

/** The latest about plans, items and amendments, one row for each. */
@Component
public class NewsView implements View<PlanEvent, NewsRow> {
    @Override
    public String name() {
        return "plan-news";
    }

    @Override
    public Class<NewsRow> rowType() {
        return NewsRow.class;
    }

    @Override
    public Class<PlanEvent> factType() {
        return PlanEvent.class;
    }

    @Override
    public Set<String> keys(Fact<PlanEvent> fact) {
        var body = fact.body();
        var keys = new HashSet<String>();
        if (concernsPlan(body)) {
            keys.add(body.planId().value());
        }
        if (body instanceof PlanAllocated allocated) {
            allocated.allocations().forEach(one -> keys.add(one.itemId().value()));
        }
        if (body instanceof AboutItem item) {
            keys.add(item.itemId().value());
        }
        if (body instanceof AboutAmendment amendment) {
            keys.add(amendment.amendmentId().value());
        }
        return keys;
    }

    private static boolean concernsPlan(PlanEvent body) {
        return switch (body) {
            case PlanItemAdded e -> !e.offPlan();
            case PlanDrafted e -> true;
            case PlanItemChanged e -> true;
            case PlanItemRemoved e -> true;
            case PlanSubmitted e -> true;
            case PlanReturned e -> true;
            case PlanApproved e -> true;
            case PlanAllocated e -> true;
            case PlanYearClosed e -> true;
            default -> false;
        };
    }

    @Override
    public NewsRow empty(String key) {
        return NewsRow.empty(key);
    }

    @Override
    public NewsRow after(NewsRow row, Fact<PlanEvent> fact) {
        return row.after(fact);
    }

    @Override
    public Map<String, Object> index(NewsRow row) {
        var latest = row.latest();
        return Map.of(
                "concerns",
                latest == null ? List.of() : concerns(row),
                "at",
                latest == null ? 0L : latest.recordedAt().toEpochMilli());
    }

    private static List<String> concerns(NewsRow row) {
        var concerns = new ArrayList<String>();
        row.people().forEach(person -> concerns.add(News.person(person)));
        if (row.allocated()) {
            if (row.requester() != null) {
                concerns.add(News.requester(row.requester().value()));
            }
            if (row.payer() != null) {
                concerns.add(News.payer(row.payer().value()));
            }
        }
        return concerns;
    }
}
