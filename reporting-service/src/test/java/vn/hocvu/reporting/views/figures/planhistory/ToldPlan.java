package vn.hocvu.reporting.views.figures.planhistory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.reporting.Folded;
import vn.hocvu.reporting.messages.consumed.Heard;

/** A year's plan as planning-service would tell it, fact by fact. */
public final class ToldPlan {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Fact<Heard>> facts = new ArrayList<>();
    private final int year;
    private final String plan;

    public ToldPlan(int year) {
        this.year = year;
        this.plan = "plan-" + year;
    }

    public static Map<String, Object> item(String itemId, int classes, int learners) {
        var item = new HashMap<String, Object>();
        item.put("itemId", itemId);
        item.put("classType", "TC_LLCT");
        item.put("category", "THEORY");
        item.put("fundingSource", "CITY_BUDGET");
        item.put("venueType", "SCHOOL");
        item.put("venueId", "truong");
        item.put("studyMode", "PART_TIME");
        item.put("quotaClasses", classes);
        item.put("quotaLearners", learners);
        return item;
    }

    public void allocated(LocalDate day, List<Map<String, Object>> items) {
        tell("PlanAllocated", day, day, Map.of("year", year, "allocations", items), "city_org_board");
    }

    public void amended(
            String amendmentId,
            LocalDate effective,
            LocalDate recorded,
            String itemId,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        var body = new HashMap<String, Object>(Map.of(
                "amendmentId",
                amendmentId,
                "kind",
                before == null ? "ADD_ITEM" : after == null ? "REMOVE_ITEM" : "INCREASE",
                "itemId",
                itemId,
                "reasonCode",
                "NEED_CHANGED",
                "document",
                Map.of("type", "DECISION", "number", "05-QĐ/TU", "date", "2020-05-04", "issuer", "Ban Tổ chức"),
                "approvedBy",
                List.of(Map.of("person", "school_board", "step", "SCHOOL"))));
        if (before != null) {
            body.put("before", before);
        }
        if (after != null) {
            body.put("after", after);
        }
        tell("PlanAmended", effective, recorded, body, "city_org_board");
    }

    public void tell(String type, LocalDate effective, LocalDate recorded, Map<String, Object> body, String actor) {
        var payload = new HashMap<>(body);
        payload.put("planId", plan);
        payload.put("effectiveOn", effective.toString());
        facts.add(new Fact<>(
                new Heard(JSON.valueToTree(payload)),
                type,
                "planning",
                plan,
                facts.size(),
                "told-" + year + "-" + facts.size(),
                at(recorded),
                Map.of("actor", actor, "role", actor.toUpperCase(Locale.ROOT), "organization", "truong")));
    }

    /** When everything of a day is recorded. */
    public static Instant at(LocalDate day) {
        return day.atTime(3, 0).toInstant(ZoneOffset.UTC);
    }

    public List<Fact<Heard>> facts() {
        return List.copyOf(facts);
    }

    /** The plan as the view keeps it; every fact is delivered twice. */
    public PlanBook book() {
        var twice = new ArrayList<>(facts);
        twice.addAll(facts);
        var rows = Folded.by(new PlanHistoryView(), twice);
        var whole =
                rows.stream().filter(row -> row.key().equals(plan)).findFirst().orElseThrow();
        return new PlanBook(
                whole,
                whole.parts().stream()
                        .map(item -> rows.stream()
                                .filter(row -> row.key().equals(plan + "/" + item))
                                .findFirst()
                                .orElse(null))
                        .filter(Objects::nonNull)
                        .toList());
    }
}
