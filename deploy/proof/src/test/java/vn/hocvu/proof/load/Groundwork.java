package vn.hocvu.proof.load;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.hocvu.proof.system.Service;

/** A year that is planned and allocated, with classes that recruit: what the load works on. */
public final class Groundwork {
    private static final String OFFICER = "planning_officer";
    private static final String CITY = "city_org_board";
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final int CLASSES_PROMISED = 400;

    private final Api api;
    private final LocalDate today;

    public Groundwork(Api api, Clock clock) {
        this.api = api;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    LocalDate today() {
        return today;
    }

    public int year() {
        return today.getYear();
    }

    /** Drafts, approves and allocates the plan of this year. */
    public void allocate() {
        var plan = "/plans/" + year();
        api.post(Service.PLANNING, OFFICER, "/plans", dated(Map.of("year", year())), "ground-draft");
        awaitPhase("DRAFT");
        api.post(Service.PLANNING, OFFICER, plan + "/items", item(CLASSES_PROMISED), "ground-item");
        api.post(Service.PLANNING, OFFICER, plan + "/submission", dated(Map.of()), "ground-submission");
        awaitPhase("SUBMITTED");
        var paper = dated(Map.of("document", Paper.decision(1, today)));
        api.post(Service.PLANNING, CITY, plan + "/approval", paper, "ground-approval");
        awaitPhase("APPROVED");
        api.post(Service.PLANNING, CITY, plan + "/allocation", paper, "ground-allocation");
        awaitPhase("ALLOCATED");
    }

    private void awaitPhase(String phase) {
        api.await(
                Service.PLANNING,
                OFFICER,
                "/plans/" + year(),
                "the plan to be " + phase,
                LIMIT,
                seen -> seen.path("plan").path("phase").asString("").equals(phase));
    }

    /** An item of any plan, with that many classes. */
    Map<String, Object> item(int classes) {
        var body = new HashMap<String, Object>();
        body.put("classType", "TC_LLCT");
        body.put("category", "THEORY");
        body.put("fundingSource", "CITY_BUDGET");
        body.put("venueType", "SCHOOL");
        body.put("venueId", "truong");
        body.put("studyMode", "PART_TIME");
        body.put("quotaClasses", classes);
        body.put("quotaLearners", classes * 60);
        body.put("learnersScope", "EXPLICIT");
        return dated(body);
    }

    /** The proposal of a class of the allocated item. */
    Map<String, Object> proposal(String code, int seats) {
        var body = new HashMap<String, Object>();
        body.put("classCode", code);
        body.put("planItemId", year() + "-01");
        body.put("venueId", "truong");
        body.put("studyMode", "PART_TIME");
        body.put("plannedLearners", seats);
        body.put("minLearners", Math.min(10, seats));
        body.put("seats", seats);
        body.put("plannedStart", today.plusDays(20).toString());
        body.put("plannedEnd", today.plusMonths(18).toString());
        return dated(body);
    }

    Map<String, Object> dated(Map<String, ?> body) {
        var whole = new HashMap<String, Object>(body);
        whole.put("effectiveOn", today.toString());
        return whole;
    }

    /** Has classes recruit; their ids. */
    public List<String> recruit(String prefix, int classes, int seats) {
        api.await(Service.PLANNING, OFFICER, "/plans/" + year(), "the plan to be read", LIMIT, seen -> true);
        var ids = new ArrayList<String>();
        for (var i = 1; i <= classes; i++) {
            var code = "TC-" + year() + "-" + prefix + "%02d".formatted(i);
            ids.add(propose(code, seats));
        }
        for (var id : ids) {
            var granted = api.await(
                    Service.CLASS,
                    OFFICER,
                    "/classes/" + id,
                    "planning to answer",
                    LIMIT,
                    seen -> !seen.path("slot").asString("PENDING").equals("PENDING"));
            requireGranted(granted);
            api.post(
                    Service.CLASS,
                    OFFICER,
                    "/classes/" + id + "/recruiting",
                    dated(Map.of("deadline", today.plusDays(15).toString())),
                    "ground-recruiting-" + id);
        }
        for (var id : ids) {
            api.await(
                    Service.ENROLLMENT,
                    "admissions_officer",
                    "/intakes/" + id,
                    "the intake",
                    LIMIT,
                    seen -> seen.path("seats").asInt(0) > 0);
        }
        return ids;
    }

    private String propose(String code, int seats) {
        var said = new ArrayList<String>();
        var id = new ArrayList<String>();
        vn.hocvu.proof.system.Waiting.until(
                "the proposal of " + code,
                LIMIT,
                () -> {
                    try {
                        var answer = api.send(
                                "class", "POST", OFFICER, "/classes", proposal(code, seats), "ground-proposal-" + code);
                        said.add(answer.status() + " " + answer.body());
                        if (answer.done()) id.add(answer.body().path("classId").asString());
                        return answer.done();
                    } catch (java.io.IOException away) {
                        return false;
                    }
                },
                () -> said.isEmpty() ? "no answer" : said.getLast());
        return id.getFirst();
    }

    private static void requireGranted(JsonNode seen) {
        if (!seen.path("slot").asString("").equals("GRANTED")) {
            throw new AssertionError("planning denied a class: " + seen);
        }
    }
}
