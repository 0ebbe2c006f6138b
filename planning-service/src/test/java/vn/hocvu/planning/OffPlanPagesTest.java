package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocvu.platform.testkit.Servers;

/** How a district comes to a class that the plan of 2016 does not have, by pages and by programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OffPlanPagesTest extends OnRealServers {
    private static final String API = "/api/v1/off-plan-requests";
    private static final String ON = "\"effectiveOn\": \"2016-05-04\"";
    private static final String PAPER = """
            "document": {"type": "DECISION", "number": "05-QĐ/TU", "date": "2015-12-26", "issuer": "Thành ủy"},
            "effectiveOn": "2016-05-04"
            """;
    private static final Map<String, String> REQUEST = Map.of(
            "classType", "TC_LLCT",
            "learners", "45",
            "fundingSource", "DISTRICT_BUDGET",
            "fundingOrgId", "ba-vi",
            "need", "<script>alert('x')</script>",
            "desiredStart", "01/09/2016",
            "effectiveOn", "04/05/2016",
            "_formId", "request");
    private static final Map<String, String> LETTER = Map.of(
            "documentType", "OFFICIAL_LETTER",
            "documentNumber", "12-CV",
            "documentDate", "04/05/2016",
            "documentIssuer", "Trường",
            "effectiveOn", "04/05/2016");

    private Caller call;
    private Broker broker;
    private Visitor officer;
    private Visitor board;
    private Visitor district;
    private Visitor other;
    private String request = "";

    @BeforeAll
    void anAllocatedPlan() {
        call = new Caller(port);
        broker = new Broker(Servers.kafka());
        officer = Visitor.signedIn(port, "planning_officer", "truong", "PLANNING_OFFICER");
        board = Visitor.signedIn(port, "school_board", "truong", "SCHOOL_BOARD");
        district = Visitor.signedIn(port, "district_committee.ba-vi", "ba-vi", "DISTRICT_COMMITTEE");
        other = Visitor.signedIn(port, "district_committee.soc-son", "soc-son", "DISTRICT_COMMITTEE");
        given("planning_officer", "/api/v1/plans", "\"year\": 2016, " + ON);
        given("planning_officer", "/api/v1/plans/2016/items", """
                "classType": "TC_LLCT", "fundingSource": "CITY_BUDGET", "venueType": "SCHOOL",
                "studyMode": "PART_TIME", "quotaClasses": 1, "quotaLearners": 70,
                """ + ON);
        given("planning_officer", "/api/v1/plans/2016/items", """
                "classType": "TC_LLCT", "fundingSource": "DISTRICT_BUDGET", "fundingOrgId": "ba-vi",
                "venueType": "CENTER", "venueId": "ba-vi", "studyMode": "PART_TIME", "quotaClasses": 1,
                "quotaLearners": 2,
                """ + ON);
        given("planning_officer", "/api/v1/plans/2016/submission", ON);
        given("city_org_board", "/api/v1/plans/2016/approval", PAPER);
        given("city_org_board", "/api/v1/plans/2016/allocation", PAPER);
    }

    @AfterAll
    void disconnect() {
        broker.close();
    }

    @Test
    @Order(1)
    void aDistrictAsksForAClassByItsForm() {
        assertThat(district.page("/off-plan/new")).contains("Ba Vì");
        var mistakes = with(REQUEST, "learners", "nhiều", "category", "PARTY_WORK");
        refused(422, "Lĩnh vực không phù hợp", district.send("/off-plan/new", "/off-plan", mistakes));
        var answer = district.send("/off-plan/new", "/off-plan", with(REQUEST, "requesterOrgId", "soc-son"));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
        var address = answer.headers().firstValue("Location").orElse("");
        request = address.substring(address.lastIndexOf("/off-plan/"));

        assertThat(district.page(request))
                .contains("Ba Vì", "&lt;script&gt;", "Rút đề nghị")
                .doesNotContain("<script>alert");
        assertThat(officer.page("/off-plan")).contains("Ba Vì", "Đã đề nghị (1)");
        assertThat(officer.page("/tasks")).contains("Thẩm định đề nghị");
        assertThat(other.page("/off-plan")).doesNotContain("Ba Vì</a>");
        assertThat(other.get(request).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void theStepsAreTakenInTheirOrder() {
        refused(
                409,
                "thẩm định đủ ba tiêu chí",
                step(
                        board,
                        "consultation",
                        with(LETTER, "orgId", "soc-son", "heldOn", "04/05/2016", "outcome", "Nhất trí")));
        refused(
                422,
                "",
                step(
                        officer,
                        "assessment",
                        Map.of("needMet", "YES", "effectiveOn", "04/05/2016", "_formId", "assessment")));
        done(step(
                officer,
                "assessment",
                Map.of(
                        "needMet",
                        "YES",
                        "needNote",
                        "45 người",
                        "lecturersMet",
                        "NO",
                        "timeMet",
                        "YES",
                        "effectiveOn",
                        "04/05/2016")));
        assertThat(board.page(request)).contains("Có tiêu chí thẩm định không đạt", "45 người");
        refused(409, "ghi nhận ý kiến", step(board, "report", with(LETTER, "toOrgId", "ban-to-chuc-thanh-uy")));
        done(step(
                board,
                "consultation",
                with(LETTER, "orgId", "soc-son", "heldOn", "04/05/2016", "outcome", "Nhất trí")));
        done(step(board, "report", with(LETTER, "toOrgId", "ban-to-chuc-thanh-uy")));
        assertThat(board.page("/approvals")).contains("Ba Vì", "Chờ anh/chị quyết định");
        assertThat(officer.page("/off-plan")).contains("Đã báo cáo (1)");
        assertThat(district.page("/notices")).contains("Đề nghị mở lớp ngoài kế hoạch của Ba Vì: Đã báo cáo");
        assertThat(other.page("/notices")).doesNotContain("Ba Vì");
    }

    @Test
    @Order(3)
    void anApprovedClassStandsBesideThePlanAndCanBeProposed() {
        var approval =
                with(LETTER, "year", "2016", "venueType", "CENTER", "venueId", "ba-vi", "studyMode", "PART_TIME");
        refused(422, "chưa giao", step(board, "approval", with(approval, "year", "1995")));
        done(step(board, "approval", approval));
        var added = broker.await("PlanItemAdded", p -> p.has("requestId"));
        assertThat(added.payload().get("offPlan").asBoolean()).isTrue();
        var item = added.payload().at("/item/itemId").asString();
        assertThat(item).isEqualTo("2016-03");
        broker.tell("class", "ClassProposed", "c-16-1", """
                {"classId": "c-16-1", "classCode": "TC-2016-01", "planItemId": "2016-03", "offPlan": true,
                 "classType": "TC_LLCT", "venueId": "ba-vi", "effectiveOn": "2016-08-02"}
                """);
        broker.await("ClassSlotGranted", p -> p.get("classId").asString().equals("c-16-1"));
        broker.tell("class", "ClassOpened", "c-16-1", """
                {"classId": "c-16-1", "classCode": "TC-2016-01", "planItemId": "2016-03", "offPlan": true,
                 "enrolledCount": 44, "effectiveOn": "2016-09-01"}
                """);
        broker.await("ClassLinked", p -> p.get("classId").asString().equals("c-16-1"));

        var plan = call.get("planning_officer", "/api/v1/plans/2016").body();
        assertThat(plan.at("/plan/totalClasses").asInt()).isEqualTo(2);
        assertThat(plan.at("/plan/opened").asInt()).isZero();
        assertThat(plan.at("/items/2/offPlanRequestId").asString()).startsWith("off-");
        assertThat(officer.page("/plans/2016/items/2016-03")).contains("Lớp ngoài kế hoạch");
        assertThat(officer.page("/plans/2016")).contains("2016-03");
        assertThat(officer.get("/plans/2016?format=csv&columns=quotaClasses").body())
                .contains("Tổng cộng,2\r\n", "Lớp ngoài kế hoạch", "2016-03,TC LLCT,Ba Vì,Ba Vì,45,1,44,")
                .doesNotContain("2016-03,1\r\n");
        assertThat(district.page(request)).contains("2016-03", "Đồng ý");
    }

    @Test
    @Order(4)
    void aRequestIsRejectedOrWithdrawnWithoutATrace() {
        var second = call.post("district_committee.ba-vi", API, body("ba-vi"));
        assertThat(second.status()).as(second.body().toString()).isEqualTo(201);
        var path = "/off-plan/" + second.body().get("requestId").asString();
        var withdrawal = Map.of("effectiveOn", "04/05/2016");
        assertThat(other.send("/off-plan", path + "/withdrawal", withdrawal).statusCode())
                .isEqualTo(404);
        assertThat(district.send(path, path + "/withdrawal", withdrawal).statusCode())
                .isBetween(302, 303);
        assertThat(district.page(path)).contains("Đã rút");
        refused(
                409,
                "đã rút",
                officer.send(
                        path,
                        path + "/assessment",
                        Map.of(
                                "needMet",
                                "YES",
                                "lecturersMet",
                                "YES",
                                "timeMet",
                                "YES",
                                "effectiveOn",
                                "04/05/2016")));
    }

    @Test
    @Order(5)
    void programsFollowTheSameSteps() {
        assertThat(call.post("district_committee.ba-vi", API, body("soc-son")).status())
                .isEqualTo(400);
        assertThat(call.post("district_committee.ba-vi", API, body("nowhere")).status())
                .isEqualTo(400);
        assertThat(call.post("planning_officer", API, body("ba-vi").replace("45", "-45"))
                        .status())
                .isEqualTo(400);
        assertThat(call.post("school_board", API, body("ba-vi")).status()).isEqualTo(403);
        var asked = call.post("planning_officer", API, body("ba-vi"), "ask-once");
        var again = call.post("planning_officer", API, body("ba-vi"), "ask-once");
        assertThat(again.body()).isEqualTo(asked.body());
        var path = API + "/" + asked.body().get("requestId").asString();
        var yes = "{\"met\": true, \"note\": \"có\"}";
        code(
                "AssessmentIncomplete",
                call.post("planning_officer", path + "/assessment", "{\"need\": " + yes + ", " + ON + "}"));
        code(
                "AssessmentIncomplete",
                call.post(
                        "school_board",
                        path + "/consultation",
                        "{\"orgId\": \"soc-son\", \"heldOn\": \"2016-05-04\", \"outcome\": \"Nhất trí\", " + PAPER
                                + "}"));
        assertThat(call.post(
                                "planning_officer",
                                path + "/assessment",
                                "{\"need\": %s, \"lecturerCapacity\": %s, \"timeSlot\": %s, %s}"
                                        .formatted(yes, yes, yes, ON))
                        .status())
                .isEqualTo(204);
        code(
                "ConsultationMissing",
                call.post("school_board", path + "/report", "{\"toOrgId\": \"ban-to-chuc-thanh-uy\", " + PAPER + "}"));
        code(
                "DocumentMissing",
                call.post(
                        "school_board",
                        path + "/consultation",
                        "{\"orgId\": \"soc-son\", \"heldOn\": \"2016-05-04\", \"outcome\": \"Nhất trí\", " + ON + "}"));
        assertThat(call.post(
                                "school_board",
                                path + "/consultation",
                                "{\"orgId\": \"soc-son\", \"heldOn\": \"2016-05-04\", \"outcome\": \"Nhất trí\", "
                                        + PAPER + "}")
                        .status())
                .isEqualTo(204);
        var approval = "{\"year\": 2016, \"venueType\": \"SCHOOL\", \"studyMode\": \"FULL_TIME\", " + PAPER + "}";
        code("ReportMissing", call.post("school_board", path + "/approval", approval));
        assertThat(call.post("school_board", path + "/approval", approval.replace("2016,", "1995,"))
                        .status())
                .isEqualTo(400);
        assertThat(call.post("school_board", path + "/report", "{\"toOrgId\": \"ban-to-chuc-thanh-uy\", " + PAPER + "}")
                        .status())
                .isEqualTo(204);
        assertThat(call.post("school_board", path + "/rejection", "{\"comments\": \"Không bố trí được\", " + ON + "}")
                        .status())
                .isEqualTo(204);
        var one = call.get("auditor", path).body();
        assertThat(one.get("phase").asString()).isEqualTo("REJECTED");
        assertThat(one.get("comments").asString()).isEqualTo("Không bố trí được");
        assertThat(call.get("auditor", API).body().size()).isEqualTo(3);
        assertThat(call.get("city_propaganda_board", API).body().size()).isZero();
        assertThat(call.get("city_propaganda_board", path).status()).isEqualTo(404);
        code("WrongState", call.post("planning_officer", path + "/withdrawal", "{" + ON + "}"));
    }

    @Test
    @Order(5)
    void enrolmentsBeyondADistrictsLearnersStandAndAnAmendmentIsPrepared() {
        broker.tell("class", "ClassProposed", "c-16-2", """
                {"classId": "c-16-2", "classCode": "TC-2016-02", "planItemId": "2016-02", "offPlan": false,
                 "classType": "TC_LLCT", "venueId": "ba-vi", "effectiveOn": "2016-08-02"}
                """);
        broker.await("ClassSlotGranted", p -> p.get("classId").asString().equals("c-16-2"));
        for (int learner = 1; learner <= 3; learner++) {
            broker.tell("enrollment", "LearnerEnrolled", "c-16-2", """
                    {"classId": "c-16-2", "learnerId": "l-%d", "effectiveOn": "2016-08-20"}
                    """.formatted(learner));
        }

        var item = "/plans/2016/items/2016-02";
        awaitPage(item, "Có 3 học viên ghi danh, vượt 2 học viên được giao");
        assertThat(officer.page("/tasks")).contains("quotaLearners=3");
        assertThat(officer.page(item + "/amendments/new?kind=INCREASE&quotaClasses=1&quotaLearners=3"))
                .contains("value=\"3\"");
    }

    private void awaitPage(String path, String text) {
        var deadline = System.nanoTime() + 30_000_000_000L;
        var page = officer.page(path);
        while (!page.contains(text) && System.nanoTime() < deadline) {
            page = officer.page(path);
        }
        assertThat(page).contains(text);
    }

    @ParameterizedTest
    @Order(6)
    @ValueSource(strings = {"/assessment", "/consultation", "/report", "/approval", "/rejection"})
    void whoeverHasNoRightOrNoTokenTakesNoStep(String step) {
        assertThat(district.send("/off-plan", request + step, LETTER).statusCode())
                .isEqualTo(403);
        assertThat(officer.sendWithoutToken(request + step)).isEqualTo(403);
    }

    @ParameterizedTest
    @Order(7)
    @ValueSource(strings = {"", "/new", "/one"})
    void everyPageSpeaksBothLanguages(String page) {
        var path = page.equals("/one") ? request : "/off-plan" + page;
        for (var language : List.of("en", "vi")) {
            assertThat(officer.page(path + "?lang=" + language))
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain(" style=", "onclick", "${");
        }
        assertThat(officer.get("/off-plan/off-nothing").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> step(Visitor visitor, String step, Map<String, String> form) {
        return visitor.send(request, request + "/" + step, form);
    }

    private static String body(String requester) {
        return """
            {"requesterOrgId": "%s", "classType": "TC_LLCT", "learners": 45, "fundingSource": "SELF_FUNDED",
             "need": "Đào tạo cán bộ quy hoạch", "desiredStart": "2016-09-01", %s}
            """.formatted(requester, ON);
    }

    private static void code(String refusal, Caller.Answer answer) {
        assertThat(answer.body().get("code").asString()).isEqualTo(refusal);
    }

    private void given(String account, String path, String body) {
        var answer = call.post(account, path, "{" + body + "}");
        assertThat(answer.status()).as(path + " " + answer.body()).isBetween(200, 299);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
    }

    private static void refused(int status, String sentence, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence).contains("</html>");
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
