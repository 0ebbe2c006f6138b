package vn.hocvu.bench.whole;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.hocvu.local.Port;

/** Classes that recruit, brought there as people do it: a plan allocated, classes proposed against it and announced. */
final class Classes {
    /** Planned learners; the great hall of the school takes a tenth more. */
    private static final int LEARNERS = 360;

    private static final int SEATS = 396;
    /** Room in the plan. */
    private static final int CLASSES = 500;

    private static final String OFFICER = "planning_officer";
    private static final String CITY = "city_org_board";

    private final Api api;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private final LocalDate start = today.plusDays(14);
    private final int year = start.getYear();
    private final String plan = "/plans/" + year;
    private @Nullable String item;
    private int proposed;

    Classes(Api api) {
        this.api = api;
    }

    /** Seats in each class. */
    static int seats() {
        return SEATS;
    }

    LocalDate today() {
        return today;
    }

    int year() {
        return year;
    }

    /** Ids of that many new classes, all recruiting. */
    List<String> recruit(int count) {
        if (item == null) {
            item = allocated();
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(propose(item, ++proposed));
        }
        ids.forEach(this::announce);
        ids.forEach(id -> api.await(
                Port.ENROLLMENT,
                "admissions_officer",
                "/intakes/" + id,
                intake -> intake.path("state").asString("").equals("OPEN")));
        return ids;
    }

    /** The plan's item, with room for every measurement's classes. */
    private String allocated() {
        api.post(Port.PLANNING, OFFICER, "/plans", Map.of("year", year, "effectiveOn", today.toString()));
        awaitPhase("DRAFT");
        var added = api.post(Port.PLANNING, OFFICER, plan + "/items", item());
        api.post(Port.PLANNING, OFFICER, plan + "/submission", effective());
        awaitPhase("SUBMITTED");
        api.post(Port.PLANNING, CITY, plan + "/approval", documented());
        awaitPhase("APPROVED");
        api.post(Port.PLANNING, CITY, plan + "/allocation", documented());
        awaitPhase("ALLOCATED");
        return added.path("itemId").asString();
    }

    private Map<String, Object> item() {
        var wanted = new HashMap<String, Object>(effective());
        wanted.put("classType", "BOI_DUONG");
        wanted.put("category", "PARTY_WORK");
        wanted.put("fundingSource", "CITY_BUDGET");
        wanted.put("requesterOrgId", "ban-to-chuc-thanh-uy");
        wanted.put("venueType", "SCHOOL");
        wanted.put("venueId", "truong");
        wanted.put("studyMode", "FULL_TIME");
        wanted.put("quotaClasses", CLASSES);
        wanted.put("quotaLearners", CLASSES * LEARNERS);
        wanted.put("learnersPerClass", LEARNERS);
        wanted.put("learnersScope", "EXPLICIT");
        return wanted;
    }

    private void awaitPhase(String phase) {
        api.await(
                Port.PLANNING,
                OFFICER,
                plan,
                seen -> seen.path("plan").path("phase").asString("").equals(phase));
    }

    private String propose(String planItem, int number) {
        var proposal = new HashMap<String, Object>(effective());
        proposal.put("classCode", "BD-%d-%03d".formatted(year, number));
        proposal.put("planItemId", planItem);
        proposal.put("venueId", "truong");
        proposal.put("studyMode", "FULL_TIME");
        proposal.put("plannedLearners", LEARNERS);
        proposal.put("seats", SEATS);
        proposal.put("plannedStart", start.toString());
        proposal.put("plannedEnd", start.plusDays(5).toString());
        return api.post(Port.CLASS, OFFICER, "/classes", proposal)
                .path("classId")
                .asString();
    }

    private void announce(String id) {
        api.await(Port.CLASS, OFFICER, "/classes/" + id, seen -> slot(seen).equals("GRANTED"));
        var body = new HashMap<String, Object>(effective());
        body.put("deadline", start.toString());
        api.post(Port.CLASS, OFFICER, "/classes/" + id + "/recruiting", body);
    }

    private static String slot(JsonNode seen) {
        return seen.path("slot").asString("");
    }

    private Map<String, Object> effective() {
        return Map.of("effectiveOn", today.toString());
    }

    private Map<String, Object> documented() {
        return Map.of("document", paper(), "effectiveOn", today.toString());
    }

    /** A decision of that day. */
    Map<String, String> paper() {
        return Map.of(
                "type", "DECISION",
                "number", "1/QD-DO",
                "date", today.toString(),
                "issuer", "Ban Tổ chức Thành ủy",
                "signer", "Trưởng ban");
    }
}
