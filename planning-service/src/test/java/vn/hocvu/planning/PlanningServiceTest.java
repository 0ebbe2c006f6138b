package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.testkit.ApiDescription;
import vn.hocvu.platform.testkit.Servers;

/** One year's plan on real servers: from the draft to the closed year. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanningServiceTest extends OnRealServers {
    private static final String OFFICER = "planning_officer";
    private static final String CITY = "city_org_board";
    private static final String SCHOOL = "school_board";
    private static final String PLAN = "/api/v1/plans/2020";
    private static final String ON = "\"effectiveOn\": \"2020-01-02\"";
    private static final String PAPER = """
            "document": {"type": "DECISION", "number": "05-QĐ/TU", "date": "2019-12-26",
                         "issuer": "Ban Tổ chức Thành ủy", "signer": "Trưởng ban"}, "effectiveOn": "2020-01-02"
            """;

    private final JsonMapper json = JsonMapper.builder().build();

    private Caller call;
    private Broker broker;

    @BeforeAll
    void connect() {
        call = new Caller(port);
        broker = new Broker(Servers.kafka());
    }

    @AfterAll
    void disconnect() {
        broker.close();
    }

    @Test
    @Order(1)
    void aPlanIsDraftedAndItsItemsAreNumbered() {
        // one class ran into 2020 with one learner, another had ended before
        tellClass("c-2019-01", "TC-2019-01", "2019-01", "2019-03-05", null);
        tellClass("c-2019-02", "TC-2019-02", "2019-02", "2019-03-05", "2019-12-31");
        broker.tell("enrollment", "LearnerEnrolled", "c-2019-01", enrolled("c-2019-01", "l-1", "2019-03-05"));
        broker.tell("enrollment", "LearnerEnrolled", "c-2019-01", enrolled("c-2019-01", "l-2", "2019-03-05"));
        broker.tell("enrollment", "LearnerWithdrawn", "c-2019-01", left("c-2019-01", "l-2", "2019-12-31"));
        broker.tell("enrollment", "LearnerWithdrawn", "c-2019-01", left("c-2019-01", "l-1", "2020-01-01"));

        var drafted = call.post(OFFICER, "/api/v1/plans", "{\"year\": 2020, " + ON + "}");
        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.header("Location")).endsWith(PLAN);
        assertThat(drafted.header("ETag")).isEqualTo("\"0\"");
        var said = broker.await("PlanDrafted", p -> true).payload();
        assertThat(said.get("carriedInClasses").asInt()).isEqualTo(1);
        assertThat(said.get("carriedInLearners").asInt()).isEqualTo(1);

        assertThat(add("\"classType\": \"TC_LLCT\", \"category\": \"THEORY\", \"fundingSource\": \"CITY_BUDGET\","
                        + "\"venueType\": \"SCHOOL\", \"venueId\": \"truong\", \"studyMode\": \"PART_TIME\","
                        + "\"quotaClasses\": 3, \"learnersPerClass\": 70, \"learnersScope\": \"EXPLICIT\""))
                .isEqualTo("2020-01");
        assertThat(add("\"classType\": \"TC_LLCT\", \"category\": \"THEORY\", \"fundingSource\": \"DISTRICT_BUDGET\","
                        + "\"fundingOrgId\": \"ba-vi\", \"venueType\": \"CENTER\", \"venueId\": \"ba-vi\","
                        + "\"studyMode\": \"PART_TIME\", \"quotaClasses\": 1, \"quotaLearners\": 80,"
                        + "\"learnersScope\": \"EXPLICIT\""))
                .isEqualTo("2020-02");
        assertThat(add("\"classType\": \"BOI_DUONG\", \"category\": \"PARTY_WORK\", \"fundingSource\": \"CITY_BUDGET\","
                        + "\"requesterOrgId\": \"ban-tuyen-giao-thanh-uy\", \"venueType\": \"SCHOOL\","
                        + "\"studyMode\": \"FULL_TIME\", \"quotaClasses\": 1, \"quotaLearners\": 350,"
                        + "\"learnersScope\": \"EXPLICIT\", \"awaits\": \"hướng dẫn của Trung ương\""))
                .isEqualTo("2020-03");
        assertThat(add(
                        "\"classType\": \"BOI_DUONG\", \"category\": \"MASS_ORGANIZATION_WORK\", \"fundingSource\": \"CITY_BUDGET\","
                                + "\"venueType\": \"SCHOOL\", \"studyMode\": \"FULL_TIME\", \"quotaClasses\": 12,"
                                + "\"learnersScope\": \"AMBIGUOUS\", \"ambiguousValue\": 2806, \"readings\": ["
                                + "{\"scope\": \"CATEGORY_ONLY\", \"quotaLearners\": 2806},"
                                + "{\"scope\": \"GRAND_TOTAL\", \"quotaLearners\": 996}]"))
                .isEqualTo("2020-04");
        var plan = call.get(OFFICER, PLAN);
        assertThat(plan.body().at("/plan/totalClasses").asInt()).isEqualTo(17);
        assertThat(plan.body().at("/plan/totalLearners").asInt()).isEqualTo(640);
        assertThat(plan.body().at("/plan/ambiguousFigures/0/value").asInt()).isEqualTo(2_806);
        assertThat(plan.header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    @Order(2)
    void aRepeatedRequestAddsNothing() {
        var body = "{\"year\": 2021, " + ON + "}";
        var first = call.post(OFFICER, "/api/v1/plans", body, "draft-2021");
        var again = call.post(OFFICER, "/api/v1/plans", body, "draft-2021");
        var other = call.post(OFFICER, "/api/v1/plans", body, "draft-2021-b");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body().get("code").asString()).isEqualTo("PlanYearTaken");
    }

    @Test
    @Order(3)
    void rightsAndSegregationHold() {
        assertThat(call.post("leadership_viewer", "/api/v1/plans", "{\"year\": 2022, " + ON + "}")
                        .status())
                .isEqualTo(403);
        assertThat(call.get("leadership_viewer", PLAN).status()).isEqualTo(403);
        assertThat(call.get("district_committee.ba-vi", PLAN).status()).isEqualTo(404);
        assertThat(call.post("both", PLAN + "/submission", "{" + ON + "}").status())
                .isEqualTo(204);
        assertThat(call.post(OFFICER, PLAN + "/approval", "{" + PAPER + "}").status())
                .isEqualTo(403);
        var own = call.post("both", PLAN + "/approval", "{" + PAPER + "}");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.body().get("code").asString()).isEqualTo("SamePersonDecides");
        assertThat(call.post(CITY, PLAN + "/approval", "{" + ON + "}")
                        .body()
                        .get("code")
                        .asString())
                .isEqualTo("DocumentMissing");
    }

    @Test
    @Order(4)
    void theAllocatedPlanIsSaidAsPromised() throws IOException {
        assertThat(call.post(CITY, PLAN + "/approval", "{" + PAPER + "}").status())
                .isEqualTo(204);
        var differ =
                call.post(CITY, PLAN + "/allocation", "{\"totalClasses\": 18, \"totalLearners\": 640, " + PAPER + "}");
        assertThat(differ.body().get("code").asString()).isEqualTo("TotalsDiffer");
        var allocated =
                call.post(CITY, PLAN + "/allocation", "{\"totalClasses\": 17, \"totalLearners\": 640, " + PAPER + "}");
        assertThat(allocated.status()).isEqualTo(204);

        var said = broker.await("PlanAllocated", p -> true);
        assertThat(said.key()).isEqualTo("plan-2020");
        assertThat(said.payload()).isEqualTo(sample("PlanAllocated"));
    }

    @Test
    @Order(5)
    void aProposedClassIsGrantedItsPlaceOnce() {
        var id = broker.tell("class", "ClassProposed", "c-1", proposed("c-1", "2020-01", "TC_LLCT", "truong"));
        broker.await("ClassSlotGranted", p -> p.get("classId").asString().equals("c-1"));
        broker.tell("class", "ClassProposed", "c-1", proposed("c-1", "2020-01", "TC_LLCT", "truong"), id, 0);
        broker.tell("class", "ClassProposed", "c-2", proposed("c-2", "2020-03", "BOI_DUONG", "truong"));
        broker.await("ClassSlotDenied", p -> p.get("cause").asString().equals("AWAITING_DOCUMENT"));
        broker.tell("class", "ClassProposed", "c-3", proposed("c-3", "2020-02", "TC_LLCT", "ba-vi"));
        broker.await("ClassSlotGranted", p -> p.get("classId").asString().equals("c-3"));

        assertThat(broker.heard("ClassSlotGranted").stream()
                        .filter(s -> s.payload().get("classId").asString().equals("c-1")))
                .hasSize(1);
    }

    @Test
    @Order(6)
    void anOpenedClassFulfilsItsItemAndACancelledOneLeavesItUnfulfilled() {
        broker.tell("class", "ClassOpened", "c-1", opened("c-1", "TC-2020-01", "2020-01", 68, "2020-09-15"));
        broker.await("ClassLinked", p -> p.get("enrolledCount").asInt() == 68);
        broker.tell("class", "ClassCancelled", "c-3", """
                {"classId": "c-3", "planItemId": "2020-02", "reasonCode": "INSUFFICIENT_ENROLLMENT",
                 "enrolledCount": 24, "quotaReturned": false, "effectiveOn": "2020-11-30",
                 "document": {"type": "DECISION", "number": "7/QĐ", "date": "2020-11-23", "issuer": "Trường"}}
                """);
        var said = broker.await("PlanItemUnfulfilled", p -> true).payload();
        assertThat(said.get("learners").asInt()).isEqualTo(80);
        assertThat(said.get("fundingOrgId").asString()).isEqualTo("ba-vi");

        awaitThat(
                () -> call.get(OFFICER, PLAN + "/items/2020-01")
                        .body()
                        .get("opened")
                        .asInt(),
                1);
        awaitThat(
                () -> call.get(OFFICER, PLAN + "/items/2020-02")
                        .body()
                        .get("unfulfilled")
                        .asInt(),
                1);
    }

    @Test
    @Order(7)
    void aDistrictSeesItsOwnItemsOnly() {
        var plan = call.get("district_committee.ba-vi", PLAN).body();
        assertThat(plan.get("items")).hasSize(1);
        assertThat(plan.at("/plan/totalClasses").asInt()).isEqualTo(1);
        assertThat(call.get("district_committee.ba-vi", PLAN + "/items/2020-01").status())
                .isEqualTo(404);
        assertThat(call.get("city_propaganda_board", PLAN).body().get("items")).hasSize(1);
    }

    @Test
    @Order(8)
    void aYearIsClosedWhenEverythingIsSettled() {
        var closing = "{\"effectiveOn\": \"2021-01-10\"}";
        assertThat(call.post(SCHOOL, PLAN + "/closure", closing)
                        .body()
                        .get("code")
                        .asString())
                .isEqualTo("YearNotSettled");
        giveUp("2020-01", 2, "VENUE_UNAVAILABLE");
        giveUp("2020-03", 1, "GUIDANCE_NOT_ISSUED");
        giveUp("2020-04", 12, "FUNDING_NOT_AVAILABLE");
        broker.tell("enrollment", "LearnerEnrolled", "c-1", enrolled("c-1", "l-9", "2020-09-15"));

        assertThat(call.post(SCHOOL, PLAN + "/closure", closing).status()).isEqualTo(204);
        var carried = broker.await("CarryOverDetermined", p -> true).payload();
        assertThat(carried.get("classes").asInt()).isEqualTo(2);
        assertThat(carried.get("learners").asInt()).isEqualTo(1);
        var closed = broker.await("PlanYearClosed", p -> true).payload();
        assertThat(closed.at("/totals/openedClasses").asInt()).isEqualTo(1);
        assertThat(closed.at("/totals/unfulfilledClasses").asInt()).isEqualTo(16);
        assertThat(call.post(OFFICER, PLAN + "/items/2020-01/unfulfillment", unfulfilled(1, "MERGED"))
                        .body()
                        .get("code")
                        .asString())
                .isEqualTo("YearClosed");
    }

    @Test
    @Order(9)
    void theApiIsTheOneThatIsWrittenDown() {
        ApiDescription.isWrittenDown("planning", port);
    }

    private void giveUp(String item, int classes, String reason) {
        assertThat(call.post(OFFICER, PLAN + "/items/" + item + "/unfulfillment", unfulfilled(classes, reason))
                        .status())
                .isEqualTo(204);
    }

    private static String unfulfilled(int classes, String reason) {
        return "{\"classes\": " + classes + ", \"reasonCode\": \"" + reason + "\", \"effectiveOn\": \"2020-12-31\"}";
    }

    private String add(String fields) {
        var answer = call.post(OFFICER, PLAN + "/items", "{" + fields + ", " + ON + "}");
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(201);
        return answer.body().get("itemId").asString();
    }

    private void tellClass(String id, String code, String item, String openedOn, @Nullable String endedOn) {
        broker.tell(
                "class",
                "ClassOpened",
                id,
                opened(id, code, item, 0, openedOn).replace("\"offPlan\": false", "\"offPlan\": true"));
        if (endedOn != null) {
            broker.tell(
                    "class",
                    "ClassGraduated",
                    id,
                    "{\"classId\": \"" + id + "\", \"effectiveOn\": \"" + endedOn + "\"}");
        }
    }

    private static String opened(String id, String code, String item, int enrolled, String on) {
        return """
            {"classId": "%s", "classCode": "%s", "planItemId": "%s", "offPlan": false, "enrolledCount": %d,
             "effectiveOn": "%s"}
            """.formatted(id, code, item, enrolled, on);
    }

    private static String proposed(String id, String item, String type, String venue) {
        return """
            {"classId": "%s", "classCode": "%s", "planItemId": "%s", "offPlan": false, "classType": "%s",
             "venueId": "%s", "effectiveOn": "2020-09-08"}
            """.formatted(id, id, item, type, venue);
    }

    private static String enrolled(String classId, String learner, String on) {
        return "{\"classId\": \"%s\", \"learnerId\": \"%s\", \"effectiveOn\": \"%s\"}".formatted(classId, learner, on);
    }

    private static String left(String classId, String learner, String on) {
        return enrolled(classId, learner, on);
    }

    private JsonNode sample(String type) throws IOException {
        try (var file = getClass().getResourceAsStream("/events/planning/" + type + ".v1.json")) {
            return json.readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void awaitThat(Supplier<Integer> actual, int expected) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (actual.get() != expected && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(actual.get()).isEqualTo(expected);
    }
}
