package vn.hocvu.local.demo;

import static vn.hocvu.local.demo.Api.Service.PLANNING;
import static vn.hocvu.local.demo.OffPlanClass.known;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One request for an off-plan class from the need as far as it has come, begun wherever an earlier run stopped. */
final class OffPlanRun {
    private static final String OFFICER = "planning_officer";
    private static final String BOARD = "school_board";
    private static final String ORGANIZATION_BOARD = "ban-to-chuc-thanh-uy";
    private static final List<String> STAGES = List.of("REQUESTED", "ASSESSED", "CONSULTED", "REPORTED");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Api api;

    OffPlanRun(Api api) {
        this.api = api;
    }

    /**
     * @param number place among the requests of the year, from 1, which numbers its papers
     */
    void run(OffPlanClass one, int number) {
        var id = request(one);
        for (var stage : STAGES) {
            var seen = api.await(PLANNING, OFFICER, path(id), "the request of " + one.request(), LIMIT, found -> true);
            if (!phase(seen).equals(stage) || stage.equals(one.phase())) continue;
            step(one, id, stage, number);
            api.await(
                    PLANNING,
                    OFFICER,
                    path(id),
                    "the request of " + one.request() + " to leave " + stage,
                    LIMIT,
                    found -> !phase(found).equals(stage));
        }
        if (one.approved()) {
            api.await(
                    PLANNING,
                    OFFICER,
                    path(id),
                    "the item of " + one.request(),
                    LIMIT,
                    found -> !found.path("itemId").asString("").isEmpty());
        }
    }

    /** The key makes a repeat answer with the request of the first time. */
    private String request(OffPlanClass one) {
        var body = effective(one.requested());
        body.put("requesterOrgId", one.requester());
        body.put("classType", one.classType());
        body.put("category", one.category());
        body.put("learners", one.learners());
        body.put("fundingSource", one.fundingSource());
        if (one.fundingOrg() != null) body.put("fundingOrgId", one.fundingOrg());
        body.put("need", one.need());
        body.put("desiredStart", one.desiredStart().toString());
        return api.post(PLANNING, one.account(), "/off-plan-requests", body, key(one, "request"))
                .path("requestId")
                .asString();
    }

    private void step(OffPlanClass one, String id, String stage, int number) {
        switch (stage) {
            case "REQUESTED" -> send(one, id, OFFICER, "assessment", assessment(one));
            case "ASSESSED" -> send(one, id, BOARD, "consultation", consultation(one, number));
            case "CONSULTED" -> send(one, id, BOARD, "report", report(one, number));
            default -> decide(one, id, number);
        }
    }

    private static Map<String, Object> assessment(OffPlanClass one) {
        var body = effective(known(one.assessed()));
        var criteria = List.of("need", "lecturerCapacity", "timeSlot");
        for (var i = 0; i < criteria.size(); i++) {
            body.put(
                    criteria.get(i),
                    Map.of("met", one.met(i), "note", one.notes().get(i)));
        }
        return body;
    }

    private static Map<String, Object> consultation(OffPlanClass one, int number) {
        var on = known(one.consulted());
        var body = effective(on);
        body.put("orgId", one.consultedOrg());
        body.put("heldOn", on.toString());
        body.put("outcome", one.consultation());
        body.put("document", paper("MINUTES", "BB", number, on));
        return body;
    }

    private static Map<String, Object> report(OffPlanClass one, int number) {
        var on = known(one.reported());
        var body = effective(on);
        body.put("toOrgId", ORGANIZATION_BOARD);
        body.put("document", paper("REPORT", "BC", number, on));
        return body;
    }

    private void decide(OffPlanClass one, String id, int number) {
        var on = known(one.decided());
        var body = effective(on);
        if (one.approved()) {
            body.put("year", one.year());
            body.put("venueType", one.venueType());
            body.put("venueId", one.venue());
            body.put("studyMode", one.studyMode());
            body.put("document", paper("DECISION", "QĐ-NKH", number, on));
            send(one, id, BOARD, "approval", body);
        } else {
            body.put("comments", one.comments());
            send(one, id, BOARD, "rejection", body);
        }
    }

    private static Paper paper(String type, String word, int number, LocalDate date) {
        return Paper.of(type, "%02d/%s-REF".formatted(number, word), date, BOARD);
    }

    private void send(OffPlanClass one, String id, String account, String step, Map<String, Object> body) {
        api.post(PLANNING, account, path(id) + "/" + step, body, key(one, step));
    }

    private static String key(OffPlanClass one, String step) {
        return "demo-off-plan-" + one.year() + "-" + one.request() + "-" + step;
    }

    private static String path(String id) {
        return "/off-plan-requests/" + id;
    }

    private static Map<String, Object> effective(LocalDate on) {
        var body = new HashMap<String, Object>();
        body.put("effectiveOn", on.toString());
        return body;
    }

    private static String phase(JsonNode seen) {
        return seen.path("phase").asString("");
    }
}
