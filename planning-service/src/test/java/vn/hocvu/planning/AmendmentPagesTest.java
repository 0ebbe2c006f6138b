package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.testkit.Servers;

/** How the plan of 2017 is amended after its allocation, by pages and by programs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AmendmentPagesTest extends OnRealServers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/api/v1/plans/2017";
    private static final String ON = "\"effectiveOn\": \"2017-01-03\"";
    private static final String PAPER = """
            "document": {"type": "DECISION", "number": "05-QĐ/TU", "date": "2016-12-26",
                         "issuer": "Ban Tổ chức Thành ủy"}, "effectiveOn": "2017-01-03"
            """;
    private static final String SCHOOL_ITEM = """
            "classType": "TC_LLCT", "category": "THEORY", "fundingSource": "CITY_BUDGET", "venueType": "SCHOOL",
            "venueId": "truong", "studyMode": "PART_TIME", "quotaClasses": 3, "learnersPerClass": 70
            """;
    private static final String BA_VI_ITEM = """
            "classType": "TC_LLCT", "category": "THEORY", "fundingSource": "DISTRICT_BUDGET", "fundingOrgId": "ba-vi",
            "venueType": "CENTER", "venueId": "ba-vi", "studyMode": "PART_TIME", "quotaClasses": 1,
            "quotaLearners": 80
            """;
    private static final String UNCLEAR_ITEM = """
            "classType": "BOI_DUONG", "category": "PARTY_WORK", "fundingSource": "CITY_BUDGET", "venueType": "SCHOOL",
            "studyMode": "FULL_TIME", "quotaClasses": 12, "learnersScope": "AMBIGUOUS", "ambiguousValue": 2806,
            "requesterOrgId": "ban-tuyen-giao-thanh-uy"
            """;
    private static final Map<String, String> REASON = Map.of(
            "reasonCode", "OTHER",
            "reasonText", "<script>alert('x')</script> =1+1",
            "documentType", "PROPOSAL",
            "documentNumber", "17-TTr",
            "documentDate", "02/05/2017",
            "documentIssuer", "Phòng Quản lý đào tạo",
            "effectiveOn", "04/05/2017");
    private static final Map<String, String> DECISION = Map.of(
            "documentType", "DECISION",
            "documentNumber", "77-QĐ",
            "documentDate", "05/05/2017",
            "documentIssuer", "Trường",
            "effectiveOn", "04/05/2017");
    private static final String ITEM_1 = "/plans/2017/items/2017-01";
    private static final String ITEM_2 = "/plans/2017/items/2017-02";

    private Caller call;
    private Broker broker;
    private Visitor officer;
    private Visitor board;
    private Visitor city;
    private Visitor district;

    @BeforeAll
    void anAllocatedPlan() {
        call = new Caller(port);
        broker = new Broker(Servers.kafka());
        officer = Visitor.signedIn(port, "planning_officer", "truong", "PLANNING_OFFICER");
        board = Visitor.signedIn(port, "school_board", "truong", "SCHOOL_BOARD");
        city = Visitor.signedIn(port, "city_org_board", "ban-to-chuc-thanh-uy", "CITY_ORG_BOARD");
        district = Visitor.signedIn(port, "district_committee.ba-vi", "ba-vi", "DISTRICT_COMMITTEE");
        given("planning_officer", "/api/v1/plans", "\"year\": 2017, " + ON);
        for (var item : List.of(SCHOOL_ITEM, BA_VI_ITEM, UNCLEAR_ITEM)) {
            given("planning_officer", API + "/items", item + ", " + ON);
        }
        given("planning_officer", API + "/submission", ON);
        given("city_org_board", API + "/approval", PAPER);
        given("city_org_board", API + "/allocation", PAPER);
    }

    @AfterAll
    void disconnect() {
        broker.close();
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(strings = {"INCREASE", "DECREASE", "MOVE_VENUE", "CHANGE_FUNDING", "RESCHEDULE", "REMOVE_ITEM"})
    void everyKindHasItsFormInBothLanguages(String kind) {
        var path = ITEM_1 + "/amendments/new?kind=" + kind;

        assertThat(officer.page(path + "&lang=en")).contains("lang=\"en\"");
        assertThat(officer.page(path + "&lang=vi")).contains("Đề nghị điều chỉnh chỉ tiêu 2017-01");
    }

    @Test
    @Order(1)
    void theFormShowsBeforeAndAfterOfWhatIsTyped() {
        var page = officer.page(ITEM_1 + "/amendments/new?kind=INCREASE&quotaClasses=4&quotaLearners=280");

        assertThat(page.substring(page.indexOf("id=\"preview\""))).contains("210", "280");
        assertThat(officer.page(ITEM_1 + "/amendments/new?kind=INCREASE&quotaClasses=x"))
                .contains("Chưa có thay đổi nào");
    }

    @Test
    @Order(2)
    void aClassMoreIsProposedEndorsedAndApproved() throws InterruptedException {
        done("/amendments/2017-A01", propose(ITEM_1, "INCREASE", Map.of("quotaClasses", "4", "quotaLearners", "280")));
        var page = officer.page("/amendments/2017-A01");
        assertThat(page).as("for ten seconds").contains("Hoàn tác", "action=\"/amendments/2017-A01/withdrawal\"");
        assertThat(officer.page("/amendments/2017-A01")).as("only once").doesNotContain("Hoàn tác");
        assertThat(page).contains("Chờ duyệt", "210", "280", "&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(city.page("/approvals")).contains("2017-A01", "Người khác");
        assertThat(board.page("/approvals")).contains("2017-A01", "Chờ anh/chị quyết định: 1");
        refused(409, "chờ Ban Giám hiệu duyệt", decide(city, "2017-A01", "approval", DECISION));

        var bell = officer.listen("/notices/stream");
        var before = rung(bell);
        done("/amendments/2017-A01", decide(board, "2017-A01", "approval", Map.of("effectiveOn", "04/05/2017")));
        assertThat(rung(bell)).as("the proposer's page hears of it").isEqualTo(before + 1);
        assertThat(city.page("/tasks")).contains("2017-A01");
        refused(
                422,
                "",
                decide(city, "2017-A01", "approval", Map.of("effectiveOn", "04/05/2017", "_formId", "approval")));
        done("/amendments/2017-A01", decide(city, "2017-A01", "approval", DECISION));

        assertThat(officer.page("/amendments/2017-A01")).contains("Đã duyệt", "school_board", "77-QĐ");
        assertThat(officer.page(ITEM_1)).contains("280", "2017-A01");
        assertThat(call.get("planning_officer", API)
                        .body()
                        .at("/plan/totalClasses")
                        .asInt())
                .isEqualTo(17);
        assertThat(board.page("/notices")).contains("Điều chỉnh 2017-A01 anh/chị đã xem xét: Đã duyệt");
        var said =
                broker.await("PlanAmended", p -> p.get("amendmentId").asString().equals("2017-A01"));
        assertThat(said.payload().at("/after/quotaLearners").asInt()).isEqualTo(280);
        assertThat(said.payload().get("approvedBy")).hasSize(2);
    }

    @Test
    @Order(3)
    void aBackDatedMoveIsDecidedByTheSchoolAlone() {
        done(
                "/amendments/2017-A02",
                propose(
                        ITEM_2,
                        "MOVE_VENUE",
                        Map.of("venueType", "CENTER", "venueId", "thach-that", "effectiveOn", "05/01/2017")));
        done(
                "/amendments/2017-A02",
                decide(board, "2017-A02", "approval", with(DECISION, "effectiveOn", "05/01/2017")));

        assertThat(officer.page(ITEM_2)).contains("Thạch Thất");
        assertThat(district.page("/notices"))
                .contains("Chỉ tiêu 2017-02 của đơn vị được điều chỉnh theo 2017-A02", "href=\"" + ITEM_2 + "\"")
                .contains("Chưa đọc</span>");
        district.page(ITEM_2);
        assertThat(district.page("/notices")).as("read where it leads").contains("Đã đọc</span>");
        var others = Visitor.signedIn(port, "district_committee.soc-son", "soc-son", "DISTRICT_COMMITTEE");
        assertThat(others.page("/notices")).contains("Chưa có thông báo nào");
        assertThat(city.page("/notices")).doesNotContain("2017-A02");
        var csv = officer.get("/amendments?format=csv&kind=MOVE_VENUE").body();
        assertThat(csv).contains("Ba Vì → Thạch Thất", "2017-A02").doesNotContain("2017-A01");
        assertThat(officer.get("/amendments?format=pdf").body()).startsWith("%PDF");
        assertThat(officer.get("/amendments?format=xlsx")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .contains("dieu-chinh-ke-hoach.xlsx");
        assertThat(officer.page("/amendments?kind=MOVE_VENUE&state=APPROVED&sort=effectiveOn&q=planning"))
                .contains("2017-A02")
                .doesNotContain("2017-A01");
    }

    @Test
    @Order(4)
    void whatWasOpenedBeforeAnotherAmendmentIsRefusedWithBothVersions() {
        var opened = officer.page(ITEM_2 + "/amendments/new?kind=INCREASE");
        done("/amendments/2017-A03", propose(ITEM_2, "INCREASE", Map.of("quotaClasses", "1", "quotaLearners", "85")));
        done("/amendments/2017-A03", decide(board, "2017-A03", "approval", DECISION));

        var late = officer.send(
                ITEM_2 + "/amendments/new?kind=INCREASE",
                ITEM_2 + "/amendments",
                with(
                        REASON,
                        "kind",
                        "INCREASE",
                        "before",
                        before(opened),
                        "quotaClasses",
                        "1",
                        "quotaLearners",
                        "84",
                        "_formId",
                        "amendment"));
        refused(412, "đã thay đổi", late);
        assertThat(late.body()).contains("value=\"84\"").contains("85");
        assertThat(call.get("planning_officer", API + "/items/2017-02")
                        .body()
                        .get("quotaLearners")
                        .asInt())
                .isEqualTo(85);
    }

    @Test
    @Order(5)
    void anOutdatedAmendmentIsRejectedAndAnUnwantedOneWithdrawn() {
        done("/amendments/2017-A04", propose(ITEM_2, "INCREASE", Map.of("quotaClasses", "1", "quotaLearners", "86")));
        done("/amendments/2017-A05", propose(ITEM_2, "INCREASE", Map.of("quotaClasses", "1", "quotaLearners", "87")));
        done("/amendments/2017-A04", decide(board, "2017-A04", "approval", DECISION));
        assertThat(board.page("/amendments/2017-A05")).contains("Không còn phù hợp");
        refused(412, "2017-02", decide(board, "2017-A05", "approval", DECISION));
        refused(
                422,
                "",
                decide(board, "2017-A05", "rejection", Map.of("effectiveOn", "04/05/2017", "_formId", "rejection")));
        done(
                "/amendments/2017-A05",
                decide(board, "2017-A05", "rejection", Map.of("effectiveOn", "04/05/2017", "comments", "Đã đủ chỗ")));
        assertThat(officer.page("/amendments/2017-A05")).contains("Đã đủ chỗ", "Không chấp nhận");
        assertThat(officer.page("/notices")).contains("Điều chỉnh 2017-A05 do anh/chị đề nghị: Không chấp nhận");
        assertThat(board.page("/notices")).doesNotContain("2017-A05");

        done("/amendments/2017-A06", propose(ITEM_2, "REMOVE_ITEM", Map.of()));
        var other = Visitor.signedIn(port, "other_officer", "truong", "PLANNING_OFFICER");
        refused(409, "planning_officer", decide(other, "2017-A06", "withdrawal", Map.of("effectiveOn", "04/05/2017")));
        done("/amendments/2017-A06", decide(officer, "2017-A06", "withdrawal", Map.of("effectiveOn", "04/05/2017")));
        assertThat(officer.page("/amendments/2017-A06")).contains("Đã rút lại");
    }

    @Test
    @Order(6)
    void theProposerDoesNotDecide() {
        var both = Visitor.signedIn(port, "planning_officer", "truong", "SCHOOL_BOARD");
        done("/amendments/2017-A07", propose(ITEM_2, "CHANGE_FUNDING", Map.of("fundingSource", "SELF_FUNDED")));
        assertThat(both.page("/amendments/2017-A07")).contains("không quyết định được nữa");
        refused(409, "không được duyệt", decide(both, "2017-A07", "approval", DECISION));
    }

    @Test
    @Order(7)
    void aCutBelowTheClassesInUseIsRefused() {
        broker.tell("class", "ClassProposed", "c-17-1", """
                {"classId": "c-17-1", "classCode": "TC-2017-01", "planItemId": "2017-01", "offPlan": false,
                 "classType": "TC_LLCT", "venueId": "truong", "effectiveOn": "2017-05-02"}
                """);
        broker.await("ClassSlotGranted", p -> p.get("classId").asString().equals("c-17-1"));

        refused(409, "đã dùng 1 lớp", propose(ITEM_1, "REMOVE_ITEM", Map.of()));
    }

    @Test
    @Order(8)
    void everyMistakeOfTheFormIsTold() {
        var form = with(REASON, "kind", "INCREASE", "quotaClasses", "nhiều", "_formId", "amendment");
        form.remove("documentNumber");
        form.remove("reasonText");
        form.put("before", before(officer.page(ITEM_1 + "/amendments/new?kind=INCREASE")));
        var again = officer.send(ITEM_1 + "/amendments/new?kind=INCREASE", ITEM_1 + "/amendments", form);

        refused(422, "nhiều", again);
        refused(
                422,
                "",
                propose(ITEM_1, "INCREASE", Map.of("quotaClasses", "3", "quotaLearners", "280", "before", "{}")));
        refused(
                422,
                "không thuộc loại",
                propose(ITEM_2, "MOVE_VENUE", Map.of("venueType", "SCHOOL", "venueId", "ba-vi")));
        refused(422, "", propose(ITEM_2, "RESCHEDULE", Map.of("plannedFrom", "01/03/2017")));
        refused(
                422,
                "",
                propose(ITEM_2, "RESCHEDULE", Map.of("plannedFrom", "01/03/2017", "plannedUntil", "01/02/2017")));
        refused(
                422,
                "",
                propose(ITEM_2, "RESCHEDULE", Map.of("plannedFrom", "01/03/2018", "plannedUntil", "01/04/2018")));
    }

    @Test
    @Order(9)
    void severalAmendmentsAreApprovedUnderOneDocument() {
        done(
                "/amendments/2017-A08",
                propose(ITEM_2, "RESCHEDULE", Map.of("plannedFrom", "01/03/2017", "plannedUntil", "30/06/2017")));
        var chosen = new java.util.ArrayList<>(DECISION.entrySet());
        refused(422, "Hãy chọn", board.send("/approvals", "/approvals/amendments", List.copyOf(chosen)));
        var waiting = board.page("/approvals");
        assertThat(waiting).contains("Chọn 2017-A07", "Duyệt nhiều điều chỉnh");
        assertThat(officer.page("/approvals")).doesNotContain("name=\"row\"");
        for (var id : List.of("2017-A07", "2017-A08")) {
            var box = Pattern.compile("value=\"(" + id + "~[0-9]+)\"").matcher(waiting);
            assertThat(box.find()).as(id).isTrue();
            chosen.add(Map.entry("row", box.group(1)));
        }
        var question = board.send("/approvals", "/approvals/amendments", List.copyOf(chosen));
        assertThat(question.body()).contains("Duyệt 2 điều chỉnh?", "2017-A08");
        chosen.add(Map.entry("_confirmed", "true"));
        var result = board.send("/approvals", "/approvals/amendments", List.copyOf(chosen));

        assertThat(result.statusCode()).isEqualTo(200);
        assertThat(result.body()).contains("Đã thực hiện 1 trên 2 dòng", "đã thay đổi");
        assertThat(officer.page(ITEM_2)).contains("Tự túc");
        assertThat(district.page("/notices")).as("no item of theirs any more").doesNotContain("2017-02");
    }

    @Test
    @Order(10)
    void anAdditionalItemAndAClearNumberEnterThePlan() {
        officer.page("/plans/2017/amendments/new");
        var item = Map.of(
                "classType", "TC_LLCT",
                "fundingSource", "CITY_BUDGET",
                "venueType", "CENTER",
                "venueId", "soc-son",
                "studyMode", "PART_TIME",
                "quotaClasses", "1",
                "learnersScope", "EXPLICIT",
                "quotaLearners", "80");
        var all = new HashMap<>(REASON);
        all.putAll(item);
        done("/amendments/2017-A09", board.send("/plans/2017/amendments/new", "/plans/2017/amendments", all));
        done("/amendments/2017-A09", decide(city, "2017-A09", "approval", DECISION));
        assertThat(officer.page("/plans/2017")).contains("2017-04", "Sóc Sơn");

        var unclear = "/plans/2017/items/2017-03";
        refused(422, "", officer.send(unclear, unclear + "/clarification", Map.of("effectiveOn", "04/05/2017")));
        done(unclear, officer.send(unclear, unclear + "/clarification", with(DECISION, "quotaLearners", "996")));
        assertThat(officer.page(unclear)).contains("996");
        assertThat(officer.page("/plans/2017")).doesNotContain("Con số chưa rõ phạm vi");
    }

    @Test
    @Order(11)
    void aRemovedItemKeepsItsPageAndLeavesTheSums() {
        int before = call.get("planning_officer", API)
                .body()
                .at("/plan/totalClasses")
                .asInt();
        done("/amendments/2017-A10", propose("/plans/2017/items/2017-04", "REMOVE_ITEM", Map.of()));
        done("/amendments/2017-A10", decide(board, "2017-A10", "approval", Map.of("effectiveOn", "04/05/2017")));
        done("/amendments/2017-A10", decide(city, "2017-A10", "approval", DECISION));

        assertThat(officer.page("/plans/2017/items/2017-04")).contains("đưa ra khỏi kế hoạch");
        assertThat(officer.page("/plans/2017")).doesNotContain("href=\"/plans/2017/items/2017-04\"");
        assertThat(call.get("planning_officer", API)
                        .body()
                        .at("/plan/totalClasses")
                        .asInt())
                .isEqualTo(before - 1);
    }

    @Test
    @Order(12)
    void programsAmendUnderTheSameRules() {
        var item = call.get("planning_officer", API + "/items/2017-02").body();
        var before = BA_VI_ITEM
                .replace("\"DISTRICT_BUDGET\", \"fundingOrgId\": \"ba-vi\"", "\"SELF_FUNDED\"")
                .replace("\"venueId\": \"ba-vi\"", "\"venueId\": \"thach-that\"")
                .replace("80", item.get("quotaLearners").asString());
        var body = "{\"kind\": \"DECREASE\", \"itemId\": \"2017-02\", \"before\": {" + before + "}, \"after\": {"
                + before.replace("\"quotaLearners\": 86", "\"quotaLearners\": 84")
                + "}, \"reasonCode\": \"NEED_CHANGED\", "
                + PAPER + "}";

        assertThat(call.post("auditor", API + "/amendments", body).status()).isEqualTo(403);
        assertThat(call.post("city_org_board", API + "/amendments", body).status())
                .isEqualTo(403);
        assertThat(call.post("planning_officer", API + "/amendments", body.replace("DECREASE", "INCREASE"))
                        .status())
                .isEqualTo(400);
        assertThat(call.post("planning_officer", API + "/amendments", body.replace("2017-02\"", "2018-02\""))
                        .status())
                .isEqualTo(404);
        assertThat(call.post("planning_officer", API + "/amendments", body.replace("thach-that", "nowhere"))
                        .status())
                .isEqualTo(400);
        assertThat(call.post("planning_officer", API + "/amendments", body.replace("86", "-86"))
                        .status())
                .isEqualTo(400);
        var proposed = call.post("planning_officer", API + "/amendments", body);
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        var path = API + "/amendments/" + proposed.body().get("amendmentId").asString();
        assertThat(call.post("planning_officer", path + "/approval", "{" + PAPER + "}")
                        .status())
                .isEqualTo(403);
        assertThat(call.post("school_board", path + "/approval", "{" + ON + "}")
                        .body()
                        .get("code")
                        .asString())
                .isEqualTo("DocumentMissing");
        assertThat(call.post("school_board", path + "/rejection", "{\"comments\": \" \", " + ON + "}")
                        .status())
                .isEqualTo(400);
        assertThat(call.post("school_board", path + "/approval", "{" + PAPER + "}")
                        .status())
                .isEqualTo(204);
        assertThat(call.post("school_board", path + "/approval", "{" + PAPER + "}")
                        .body()
                        .get("code")
                        .asString())
                .isEqualTo("WrongState");
        assertThat(call.post("planning_officer", path + "/withdrawal", "{" + ON + "}")
                        .status())
                .isEqualTo(409);
        assertThat(call.get("auditor", path).body().get("state").asString()).isEqualTo("APPROVED");
        assertThat(call.get("auditor", API + "/amendments").body().size()).isEqualTo(11);
        assertThat(call.get("auditor", API + "/amendments/2017-A99").status()).isEqualTo(404);
        assertThat(call.get("auditor", API + "/amendments/2018-A01").status()).isEqualTo(404);
        assertThat(call.post("city_org_board", API + "/items/2017-01/clarification", "{\"learners\": 5, " + PAPER + "}")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @Order(13)
    @CsvSource({
        "/amendments, 403",
        "/amendments/2017-A01, 403",
        "/plans/2017/items/2017-02/amendments/new, 403",
        "/plans/2017/amendments/new, 403",
        "/plans/2017/items/2017-01, 404"
    })
    void aDistrictReachesNothingOfOthers(String path, int status) {
        assertThat(district.get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @Order(14)
    @ValueSource(
            strings = {
                "/plans/2017/items/2017-01/amendments",
                "/plans/2017/items/2017-03/clarification",
                "/plans/2017/amendments",
                "/amendments/2017-A07/approval",
                "/amendments/2017-A07/rejection",
                "/amendments/2017-A07/withdrawal",
                "/approvals/amendments"
            })
    void whoeverHasNoRightOrNoTokenChangesNothing(String path) {
        assertThat(district.send("/plans", path, REASON).statusCode()).isEqualTo(403);
        assertThat(officer.sendWithoutToken(path)).isEqualTo(403);
    }

    @ParameterizedTest
    @Order(15)
    @ValueSource(strings = {"/amendments", "/amendments/2017-A01", "/plans/2017/amendments/new", "/approvals"})
    void everyPageSpeaksBothLanguages(String path) {
        for (var language : List.of("en", "vi")) {
            assertThat(officer.page(path + "?lang=" + language))
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain(" style=", "onclick", "${");
        }
    }

    @Test
    @Order(16)
    void whatDoesNotExistIsNotFound() {
        for (var path : List.of("/amendments/2017-A99", "/amendments/nonsense", "/plans/1991/amendments/new")) {
            assertThat(officer.get(path).statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> propose(String item, String kind, Map<String, String> values) {
        var page = item + "/amendments/new?kind=" + kind;
        var form = with(REASON, "kind", kind, "before", before(officer.page(page)), "_formId", "amendment");
        form.putAll(values);
        return officer.send(page, item + "/amendments", form);
    }

    private static HttpResponse<String> decide(
            Visitor visitor, String amendment, String decision, Map<String, String> form) {
        var page = "/amendments/" + amendment;
        return visitor.send(page, page + "/" + decision, form);
    }

    private static String before(String page) {
        var matcher = Pattern.compile("name=\"before\"[^>]*value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1).replace("&quot;", "\"").replace("&amp;", "&");
    }

    private void given(String account, String path, String body) {
        var answer = call.post(account, path, "{" + body + "}");
        assertThat(answer.status()).as(path + " " + answer.body()).isBetween(200, 299);
    }

    /** The next count of a bell. */
    private static int rung(BlockingQueue<String> bell) throws InterruptedException {
        var line = bell.poll(10, TimeUnit.SECONDS);
        while (line != null && !line.startsWith("data:")) {
            line = bell.poll(10, TimeUnit.SECONDS);
        }
        assertThat(line).as("a ring in time").isNotNull();
        return JSON.readTree(line.substring("data:".length())).get("count").asInt();
    }

    private static void done(String page, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(page);
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
