package vn.hocvu.bench.whole;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hocvu.local.Port;

/** Allocated plans with as many items and events as wished, brought there through the API. */
final class LargePlans {
    private static final String OFFICER = "planning_officer";
    private static final String CITY = "city_org_board";
    private static final List<String> VENUES = List.of("ba-vi", "thanh-oai", "soc-son", "dong-anh", "gia-lam");
    private static final int EACH = 70;
    /** Submission, approval and allocation. */
    private static final int STEPS = 3;

    private final Api api;
    private final String today;
    private final Map<String, String> paper;

    LargePlans(Api api, String today, Map<String, String> paper) {
        this.api = api;
        this.today = today;
        this.paper = paper;
    }

    /** A plan that can be amended; the classes of its first item are counted along. */
    final class Plan {
        private final int year;
        private final List<String> items = new ArrayList<>();
        private int classes = 1;

        private Plan(int year) {
            this.year = year;
        }

        int year() {
            return year;
        }

        /** Asks for one class more in the first item, and has it approved. */
        void amend() {
            var amendment = new HashMap<String, Object>();
            amendment.put("kind", "INCREASE");
            amendment.put("itemId", items.getFirst());
            amendment.put("before", terms(0, classes, EACH));
            amendment.put("after", terms(0, classes + 1, EACH));
            amendment.put("reasonCode", "NEED_CHANGED");
            amendment.put("reasonText", "Thêm một lớp");
            amendment.put("document", paper);
            amendment.put("effectiveOn", inItsYear());
            var id = api.post(Port.PLANNING, OFFICER, path() + "/amendments", amendment)
                    .path("amendmentId")
                    .asString();
            api.post(
                    Port.PLANNING, "school_board", path() + "/amendments/" + id + "/approval", documented(inItsYear()));
            classes++;
        }

        /** Amendments take effect on a day of the plan's year. */
        private String inItsYear() {
            return year + "-03-01";
        }

        private String path() {
            return "/plans/" + year;
        }

        private void allocate() {
            api.post(Port.PLANNING, OFFICER, path() + "/submission", Map.of("effectiveOn", today));
            api.post(Port.PLANNING, CITY, path() + "/approval", documented(today));
            api.post(Port.PLANNING, CITY, path() + "/allocation", documented(today));
            api.await(
                    Port.PLANNING,
                    OFFICER,
                    path(),
                    seen -> seen.path("plan").path("phase").asString("").equals("ALLOCATED"));
        }
    }

    /** A plan with that many items, changed until its history has that many events, then allocated. */
    Plan allocated(int year, int items, int events) {
        var plan = new Plan(year);
        api.post(Port.PLANNING, OFFICER, "/plans", Map.of("year", year, "effectiveOn", today));
        for (int i = 0; i < items; i++) {
            plan.items.add(api.post(Port.PLANNING, OFFICER, plan.path() + "/items", body(i, 1, EACH))
                    .path("itemId")
                    .asString());
        }
        int changes = events - items - 1 - STEPS;
        for (int i = 0; i < changes; i++) {
            // The first item stays as it is, because amendments state what they found.
            int item = 1 + i % (items - 1);
            var changed = body(item, 1, EACH + 1 + i / (items - 1));
            api.put(Port.PLANNING, OFFICER, plan.path() + "/items/" + plan.items.get(item), changed);
        }
        plan.allocate();
        return plan;
    }

    private Map<String, Object> body(int item, int classes, int each) {
        var body = terms(item, classes, each);
        body.put("effectiveOn", today);
        return body;
    }

    private Map<String, Object> documented(String effectiveOn) {
        return Map.of("document", paper, "effectiveOn", effectiveOn);
    }

    private static Map<String, Object> terms(int item, int classes, int each) {
        var terms = new HashMap<String, Object>();
        terms.put("classType", "TC_LLCT");
        terms.put("fundingSource", "CITY_BUDGET");
        terms.put("venueType", "CENTER");
        terms.put("venueId", VENUES.get(item % VENUES.size()));
        terms.put("studyMode", "PART_TIME");
        terms.put("quotaClasses", classes);
        terms.put("quotaLearners", classes * each);
        terms.put("learnersPerClass", each);
        terms.put("learnersScope", "EXPLICIT");
        return terms;
    }
}
