package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see and send, page by page, for the plan of 2018. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesTest extends OnRealServers {
    private static final Map<String, String> DECISION = Map.of(
            "documentType", "DECISION",
            "documentNumber", "05-QĐ/TU",
            "documentDate", "26/12/2017",
            "documentIssuer", "Ban Tổ chức Thành ủy");
    private static final Map<String, String> BA_VI = Map.ofEntries(
            Map.entry("classType", "TC_LLCT"),
            Map.entry("fundingSource", "DISTRICT_BUDGET"),
            Map.entry("fundingOrgId", "ba-vi"),
            Map.entry("venueType", "CENTER"),
            Map.entry("venueId", "ba-vi"),
            Map.entry("studyMode", "PART_TIME"),
            Map.entry("quotaClasses", "2"),
            Map.entry("learnersScope", "EXPLICIT"),
            Map.entry("quotaLearners", "160"));
    private static final Map<String, String> COURSE = Map.of(
            "classType", "BOI_DUONG",
            "category", "PARTY_WORK",
            "fundingSource", "CITY_BUDGET",
            "requesterOrgId", "ban-tuyen-giao-thanh-uy",
            "venueType", "SCHOOL",
            "studyMode", "FULL_TIME",
            "quotaClasses", "1",
            "learnersScope", "EXPLICIT",
            "learnersPerClass", "350",
            "awaits", "hướng dẫn của Trung ương");
    private static final Map<String, String> UNCLEAR = Map.of(
            "classType", "BOI_DUONG",
            "category", "MASS_ORGANIZATION_WORK",
            "fundingSource", "CITY_BUDGET",
            "venueType", "SCHOOL",
            "studyMode", "FULL_TIME",
            "quotaClasses", "12",
            "learnersScope", "AMBIGUOUS",
            "ambiguousValue", "2.806",
            "readingCATEGORY_ONLY", "2.806",
            "readingGRAND_TOTAL", "996");

    private static final String ITEM = "/plans/2018/items/2018-0";

    private Visitor officer;
    private Visitor board;
    private Visitor city;
    private Visitor propaganda;
    private Visitor district;
    private Visitor auditor;
    private Visitor leader;

    @BeforeAll
    void signIn() {
        officer = Visitor.signedIn(port, "planning_officer", "truong", "PLANNING_OFFICER");
        board = Visitor.signedIn(port, "school_board", "truong", "SCHOOL_BOARD");
        city = Visitor.signedIn(port, "city_org_board", "ban-to-chuc-thanh-uy", "CITY_ORG_BOARD");
        propaganda =
                Visitor.signedIn(port, "city_propaganda_board", "ban-tuyen-giao-thanh-uy", "CITY_PROPAGANDA_BOARD");
        district = Visitor.signedIn(port, "district_committee.ba-vi", "ba-vi", "DISTRICT_COMMITTEE");
        auditor = Visitor.signedIn(port, "auditor", "truong", "AUDITOR");
        leader = Visitor.signedIn(port, "leadership_viewer", "thanh-uy", "LEADERSHIP_VIEWER");
    }

    @Test
    @Order(1)
    void theOfficerDraftsAPlanByItsForm() {
        shows(officer, "/plans/new", "Lập kế hoạch");
        var again = officer.send(
                "/plans/new", "/plans", Map.of("year", "hai", "effectiveOn", "02/01/2018", "_formId", "plan"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"hai\"");
        done("/plans/2018", officer.send("/plans/new", "/plans", Map.of("year", "2018", "effectiveOn", "02/01/2018")));
        shows(officer, "/plans/2018", "Dự thảo");
        refused(
                409,
                "Năm 2018 đã có kế hoạch",
                officer.send("/plans/new", "/plans", Map.of("year", "2018", "effectiveOn", "02/01/2018")));
    }

    @Test
    @Order(2)
    void itemsAreAddedChangedAndRemovedByTheirForms() {
        shows(officer, "/plans/2018/items/new", "Thêm chỉ tiêu");
        add(BA_VI);
        add(COURSE);
        add(UNCLEAR);
        add(COURSE);
        done("/plans/2018", officer.send(ITEM + "4", ITEM + "4/removal", Map.of("effectiveOn", "02/01/2018")));
        shows(officer, ITEM + "1/edit", "Sửa chỉ tiêu");
        done(
                ITEM + "1",
                officer.send(ITEM + "1/edit", ITEM + "1", with(BA_VI, "quotaClasses", "1", "quotaLearners", "80")));
        shows(officer, ITEM + "1", "Ba Vì", "Sửa chỉ tiêu 2018-01");
        shows(officer, "/plans/2018", "2.806", "2018-03", "3.236");
    }

    @Test
    @Order(3)
    void everyMistakeOfAFormIsToldAndEverythingTypedIsKept() {
        var again = officer.send(
                "/plans/2018/items/new",
                "/plans/2018/items",
                Map.of(
                        "_formId", "item",
                        "classType", "TC_LLCT",
                        "category", "PARTY_WORK",
                        "fundingSource", "AGENCY",
                        "quotaClasses", "không",
                        "awaits", "hướng dẫn mới",
                        "effectiveOn", "02/01/2018"));
        refused(422, "Lĩnh vực không phù hợp", again);
        assertThat(again.body()).contains("Cần nêu đơn vị cấp kinh phí").contains("hướng dẫn mới");
        refused(
                422,
                "Ngày hiệu lực không được sau",
                officer.send("/plans/2018/items/new", "/plans/2018/items", with(BA_VI, "effectiveOn", "31/12/2098")));
        refused(
                422,
                "không bằng tổng số học viên",
                officer.send("/plans/2018/items/new", "/plans/2018/items", with(BA_VI, "learnersPerClass", "70")));
    }

    @Test
    @Order(4)
    void theListIsFilteredSortedAndExportedByItsAddress() {
        shows(officer, "/plans?phase=DRAFT&sort=classes,desc", "2018");
        shows(officer, "/plans/2018?classType=BOI_DUONG&sort=quotaClasses,desc&by=VENUE", "2018-03");
        shows(officer, "/plans/2018?q=ba+vi&by=PAYER", "2018-01");
        shows(officer, "/plans/2018?by=REQUESTER&state=PROPOSED&size=50", "2018-02");
        assertThat(officer.get("/plans/2018?sort=nonsense").statusCode()).isBetween(400, 422);
        var sheet = officer.get("/plans/2018?format=xlsx");
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Content-Disposition").orElse("")).contains("ke-hoach-2018.xlsx");
        var csv = officer.get("/plans/2018?format=csv&q=ba+vi");
        assertThat(csv.body()).contains("2018-01").doesNotContain("2018-03");
    }

    @Test
    @Order(5)
    void aPlanGoesThroughItsDecisionsByTheirForms() {
        var plan = "/plans/2018";
        done(plan, officer.send(plan, plan + "/submission", Map.of("effectiveOn", "02/01/2018")));
        shows(city, "/approvals", "Phê duyệt hoặc trả lại");
        shows(city, plan, "Trả lại kế hoạch");
        refused(422, "", city.send(plan, plan + "/return", Map.of("effectiveOn", "02/01/2018", "_formId", "return")));
        done(plan, city.send(plan, plan + "/return", Map.of("effectiveOn", "02/01/2018", "comments", "Xem lại Ba Vì")));
        shows(officer, plan, "Xem lại Ba Vì");
        shows(officer, "/notices", "Kế hoạch năm 2018 được trả lại: Xem lại Ba Vì");
        assertThat(city.page("/notices")).doesNotContain("/plans/2018", "năm 2018");
        done(plan, officer.send(plan, plan + "/submission", Map.of("effectiveOn", "02/01/2018")));
        refused(422, "", city.send(plan, plan + "/approval", Map.of("effectiveOn", "02/01/2018")));
        done(plan, city.send(plan, plan + "/approval", with(DECISION, "effectiveOn", "02/01/2018")));
        var totals = with(DECISION, "effectiveOn", "02/01/2018", "totalClasses", "14", "totalLearners", "430");
        var question = city.send(plan, plan + "/allocation", totals);
        assertThat(question.body())
                .contains("Giao kế hoạch năm 2018?")
                .contains("430")
                .contains("2.806");
        refused(
                409,
                "khác với kế hoạch",
                city.send(plan, plan + "/allocation", with(totals, "_confirmed", "true", "totalClasses", "15")));
        done(plan, city.send(plan, plan + "/allocation", with(totals, "_confirmed", "true")));
        shows(officer, plan, "Đã giao");
        shows(officer, "/notices", "Kế hoạch năm 2018 được giao");
        shows(district, "/notices", "Chỉ tiêu 2018-01 của đơn vị được giao");
        shows(propaganda, "/notices", "Chỉ tiêu 2018-02 của đơn vị được giao");
    }

    @Test
    @Order(6)
    void anItemIsGivenUpOrItsDocumentRecordedByTheirForms() {
        var item = ITEM + "2";
        shows(officer, item, "hướng dẫn của Trung ương", "Ghi nhận không thực hiện");
        refused(422, "", officer.send(item, item + "/awaited-document", Map.of("effectiveOn", "01/06/2018")));
        done(item, propaganda.send(item, item + "/awaited-document", with(DECISION, "effectiveOn", "01/06/2018")));
        var other =
                Map.of("classes", "1", "reasonCode", "OTHER", "effectiveOn", "01/12/2018", "_formId", "unfulfilled");
        refused(422, "", officer.send(item, item + "/unfulfillment", other));
        done(
                item,
                officer.send(
                        item,
                        item + "/unfulfillment",
                        with(with(DECISION, "learners", "350", "reasonText", "Giảng đường bị ngập"), other)));
        shows(officer, item, "Giảng đường bị ngập", "05-QĐ/TU");
        shows(officer, "/unfulfilled?year=2018", "Còn mở", "Giảng đường bị ngập");
        shows(propaganda, "/notices", "Chỉ tiêu 2018-02 của đơn vị: 1 lớp được ghi nhận không thực hiện");
        assertThat(district.page("/notices")).as("of others").doesNotContain("2018-02");
        shows(officer, "/unfulfilled?status=GIVEN_UP&reasonCode=OTHER&sort=learners,desc&q=ngap", "2018-02");
    }

    @Test
    @Order(7)
    void aYearIsCheckedAndClosed() {
        var page = "/year-close?year=2018";
        var closing = "/plans/2018/closure";
        shows(board, page, "Chưa đúng", "2018-01");
        var question = board.send(page, closing, Map.of("effectiveOn", "10/01/2019"));
        assertThat(question.body()).contains("Khóa sổ năm 2018?");
        refused(
                409,
                "Chưa khóa sổ được năm 2018",
                board.send(page, closing, Map.of("effectiveOn", "10/01/2019", "_confirmed", "true")));
        giveUp("1", "1");
        giveUp("3", "12");
        done("/plans/2018", board.send(page, closing, Map.of("effectiveOn", "10/01/2019", "_confirmed", "true")));
        shows(board, page, "đã khóa sổ");
        shows(board, "/plans/2018", "Đã khóa sổ");
    }

    @Test
    @Order(8)
    void aDistrictSeesItsOwnItemsOnly() {
        shows(district, "/plans", "2018");
        assertThat(shows(district, "/plans/2018", "2018-01"))
                .doesNotContain("2018-03")
                .doesNotContain("2.806");
        shows(district, ITEM + "1", "Ba Vì");
        assertThat(district.get(ITEM + "3").statusCode()).isEqualTo(404);
        assertThat(district.get("/plans/2017").statusCode()).isEqualTo(404);
        assertThat(district.get("/approvals").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @Order(9)
    @ValueSource(
            strings = {
                "/plans",
                "/plans/new",
                "/plans/2018",
                "/plans/2018?format=xlsx",
                "/plans/2018/items/new",
                "/plans/2018/items/2018-01",
                "/plans/2018/items/2018-01/edit",
                "/approvals",
                "/unfulfilled",
                "/year-close"
            })
    void leadersOfTheCityHaveNoPageHere(String path) {
        assertThat(leader.get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @Order(10)
    @ValueSource(
            strings = {
                "/plans",
                "/plans/2018/submission",
                "/plans/2018/return",
                "/plans/2018/approval",
                "/plans/2018/allocation",
                "/plans/2018/closure",
                "/plans/2018/items",
                "/plans/2018/items/2018-01",
                "/plans/2018/items/2018-01/removal",
                "/plans/2018/items/2018-01/unfulfillment",
                "/plans/2018/items/2018-01/awaited-document"
            })
    void whoeverOnlyReadsCannotWriteAndNobodyWithoutTheToken(String path) {
        assertThat(auditor.send("/plans", path, Map.of("effectiveOn", "02/01/2018"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.sendWithoutToken(path)).isEqualTo(403);
    }

    @ParameterizedTest
    @Order(11)
    @ValueSource(
            strings = {
                "/plans",
                "/plans/new",
                "/plans/2018",
                "/plans/2018/items/new",
                "/plans/2018/items/2018-02",
                "/plans/2018/items/2018-02/edit",
                "/approvals",
                "/unfulfilled",
                "/year-close",
                "/tasks"
            })
    void everyPageSpeaksBothLanguages(String path) {
        for (var language : List.of("en", "vi")) {
            var html = officer.page(path + "?lang=" + language);
            assertThat(html).contains("<html").contains("lang=\"" + language + "\"");
            assertThat(html).doesNotContain(" style=").doesNotContain("onclick").doesNotContain("${");
        }
    }

    @Test
    @Order(12)
    void whatDoesNotExistIsNotFound() {
        for (var path : List.of("/plans/1991", "/plans/2018/items/2018-99", "/plans/2018/items/nonsense")) {
            assertThat(officer.get(path).statusCode()).isEqualTo(404);
        }
        refused(404, "", officer.send("/plans", "/plans/1991/submission", Map.of("effectiveOn", "02/01/2018")));
    }

    private void giveUp(String number, String classes) {
        done(
                ITEM + number,
                officer.send(
                        ITEM + number,
                        ITEM + number + "/unfulfillment",
                        Map.of(
                                "classes",
                                classes,
                                "reasonCode",
                                "FUNDING_NOT_AVAILABLE",
                                "effectiveOn",
                                "01/12/2018")));
    }

    private void add(Map<String, String> fields) {
        done("/plans/2018", officer.send("/plans/2018/items/new", "/plans/2018/items", with(fields)));
    }

    private static void done(String page, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(page);
    }

    private static void refused(int status, String sentence, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence).contains("</html>");
    }

    private static String shows(Visitor visitor, String path, String... texts) {
        var html = visitor.page(path);
        assertThat(html).contains(texts);
        return html;
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        all.putIfAbsent("effectiveOn", "02/01/2018");
        return all;
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> more) {
        var all = new HashMap<>(fields);
        all.putAll(more);
        return all;
    }
}
