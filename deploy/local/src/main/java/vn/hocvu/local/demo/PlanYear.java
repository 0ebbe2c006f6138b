package vn.hocvu.local.demo;

import static vn.hocvu.local.demo.Api.Service.PLANNING;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The plan of one reference year: drafted, approved and allocated at its beginning, closed after its end. */
final class PlanYear {
    private static final String OFFICER = "planning_officer";
    private static final String CITY = "city_org_board";
    private static final String BOARD = "school_board";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Api api;
    private final ReferenceYears years;
    private final int year;
    private final String path;

    PlanYear(Api api, ReferenceYears years, int year) {
        this.api = api;
        this.years = years;
        this.year = year;
        this.path = "/plans/" + year;
    }

    /** From nothing, or from wherever an earlier run stopped, to the allocated plan. */
    void allocate() {
        var on = ReferenceYears.allocatedOn(year);
        if (api.find(PLANNING, OFFICER, path).isEmpty()) {
            send(OFFICER, "/plans", "draft", Map.of("year", year, "effectiveOn", on.toString()));
            awaitLeft("");
        }
        if (phase().equals("DRAFT")) {
            for (var item : years.items(year)) add(item, on);
            send(OFFICER, path + "/submission", "submission", effective(on));
            awaitLeft("DRAFT");
        }
        if (phase().equals("SUBMITTED")) {
            send(CITY, path + "/approval", "approval", documented("approval-" + year, on, CITY));
            awaitLeft("SUBMITTED");
        }
        if (phase().equals("APPROVED")) {
            send(CITY, path + "/allocation", "allocation", documented("allocation-" + year, on, CITY));
            awaitLeft("APPROVED");
        }
    }

    /** When every item is settled, the year ends. */
    void close() {
        var on = ReferenceYears.closedOn(year);
        api.await(
                PLANNING,
                OFFICER,
                path,
                "every item of " + year + " to be settled",
                LIMIT,
                seen -> settled(seen) || phase(seen).equals("CLOSED"));
        if (phase().equals("CLOSED")) return;
        send(BOARD, path + "/closure", "closure", documented("closure-" + year, on, BOARD));
        awaitLeft("ALLOCATED");
    }

    /** The course that was never held, given up on the last day of the year. */
    void giveUp(String itemId) {
        var item = years.items(year).stream()
                .filter(one -> one.item().equals(itemId))
                .findAny()
                .orElseThrow();
        var on = LocalDate.of(year, 12, 31);
        var body = new HashMap<String, Object>(documented("unfulfilled-" + itemId, on, BOARD));
        body.put("classes", item.classes());
        body.put("learners", item.learners());
        body.put("reasonCode", "GUIDANCE_NOT_ISSUED");
        body.put("reasonText", "Đến tháng 12 vẫn chưa có hướng dẫn của Trung ương");
        if (!phase().equals("CLOSED")) {
            send(OFFICER, path + "/items/" + itemId + "/unfulfillment", "unfulfilled-" + itemId, body);
        }
    }

    private void add(PlanItem item, LocalDate on) {
        var body = item.terms();
        body.put("effectiveOn", on.toString());
        var given = send(OFFICER, path + "/items", "item-" + item.item(), body)
                .path("itemId")
                .asString("");
        if (given.matches("\\d{4}-\\d+") && !given.equals(item.item())) {
            throw new IllegalStateException(
                    "item " + item.item() + " became " + given + "; the plan holds others, ./hocvu reset begins anew");
        }
    }

    private JsonNode send(String user, String to, String what, Map<String, ?> body) {
        return api.post(PLANNING, user, to, body, "demo-" + year + "-" + what);
    }

    private Map<String, Object> documented(String decision, LocalDate on, String user) {
        return Map.of("document", years.decision(decision, on, user), "effectiveOn", on.toString());
    }

    private static Map<String, Object> effective(LocalDate on) {
        return Map.of("effectiveOn", on.toString());
    }

    private String phase() {
        return phase(api.get(PLANNING, OFFICER, path));
    }

    private static String phase(JsonNode seen) {
        return seen.path("plan").path("phase").asString("");
    }

    private void awaitLeft(String phase) {
        api.await(
                PLANNING,
                OFFICER,
                path,
                "the plan of " + year + " to go on",
                LIMIT,
                seen -> !phase(seen).equals(phase));
    }

    private static boolean settled(JsonNode seen) {
        for (var item : seen.path("items")) {
            if (item.path("remaining").asInt() + item.path("granted").asInt() > 0) return false;
        }
        return !seen.path("items").isEmpty();
    }

    static List<Integer> all() {
        return List.of(2019, 2020, 2021);
    }
}
