package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What is left of several items of the plan of 2012 is given up at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BulkUnfulfilledTest extends OnRealServers {
    private static final String API = "/api/v1/plans/2012";
    private static final String LIST = "/unfulfilled?year=2012";
    private static final String ON = "\"effectiveOn\": \"2012-01-03\"";
    private static final String PAPER = """
            "document": {"type": "DECISION", "number": "05-QĐ/TU", "date": "2011-12-26",
                         "issuer": "Ban Tổ chức Thành ủy"}, "effectiveOn": "2012-01-03"
            """;
    private static final Map<String, String> GIVEN = Map.of(
            "_formId", "bulk",
            "reason", "FUNDING_NOT_AVAILABLE",
            "documentType", "OFFICIAL_LETTER",
            "documentNumber", "12-CV",
            "documentDate", "01/12/2012",
            "documentIssuer", "Sở Tài chính",
            "effectiveOn", "15/12/2012");

    private Caller call;
    private Visitor officer;
    private Visitor board;
    private String key = "";

    @BeforeAll
    void anAllocatedPlanOfFiveItems() {
        call = new Caller(port);
        officer = Visitor.signedIn(port, "planning_officer", "truong", "PLANNING_OFFICER");
        board = Visitor.signedIn(port, "school_board", "truong", "SCHOOL_BOARD");
        given("planning_officer", "/api/v1/plans", "\"year\": 2012, " + ON);
        for (int item = 1; item <= 5; item++) {
            given(
                    "planning_officer",
                    API + "/items",
                    """
                    "classType": "%s", "category": "%s", "fundingSource": "CITY_BUDGET", "venueType": "SCHOOL",
                    "studyMode": "PART_TIME", "quotaClasses": %d, "learnersPerClass": 70,
                    """.formatted(item < 5 ? "TC_LLCT" : "BOI_DUONG", item < 5 ? "THEORY" : "PARTY_WORK", item) + ON);
        }
        given("planning_officer", API + "/submission", ON);
        given("city_org_board", API + "/approval", PAPER);
        given("city_org_board", API + "/allocation", PAPER);
    }

    @Test
    @Order(1)
    void onlyTheOfficerMarks() {
        assertThat(officer.page(LIST)).contains("Chọn 2012-01", "Chọn cả 5 dòng khớp bộ lọc");
        assertThat(board.page(LIST)).contains("2012-01").doesNotContain("name=\"row\"", "Chọn cả");
        assertThat(send(board, List.of("2012-01~8"), Map.of()).statusCode()).isEqualTo(403);
        assertThat(officer.sendWithoutToken("/unfulfilled")).isEqualTo(403);
        assertThat(send(officer, List.of("1999-01~8"), Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void mistakesLeadBackToTheListAsItWasFiltered() {
        var none = send(officer, List.of(), Map.of());
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Hãy chọn ít nhất một dòng.", "12-CV");
        var unsaid = send(officer, List.of(tick("2012-02")), Map.of("reason", "OTHER"));
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).containsPattern("value=\"2012-02~[0-9]+\"[^>]*checked");
        assertThat(unsaid.body()).as("no filter was meant").contains("2012-05");
    }

    @Test
    @Order(3)
    void everythingThatMatchesTheFilterIsShownAndNothingElseJoins() {
        var question = send(officer, List.of(), Map.of("allRows", "true", "year", "2012", "classType", "TC_LLCT"));

        assertThat(question.body())
                .contains("Ghi nhận không thực hiện ở 4 chỉ tiêu?", "2012-04", "không thực hiện 4 lớp, 280 học viên")
                .contains("Không có kinh phí", "12-CV", "15/12/2012")
                .doesNotContain("2012-05");
        assertThat(question.body()).doesNotContain("name=\"allRows\"");
        assertThat(unfulfilled("2012-04")).isZero();
    }

    @Test
    @Order(4)
    void eachItemIsDecidedOnItsOwn() {
        var first = tick("2012-01");
        var second = tick("2012-02");
        given(
                "planning_officer",
                API + "/items/2012-02/unfulfillment",
                "\"classes\": 1, \"reasonCode\": \"MERGED\", \"effectiveOn\": \"2012-12-01\"");
        key = "batch-1";

        var result = send(officer, List.of(first, second), Map.of("_confirmed", "true", "_key", key));

        assertThat(result.body()).contains("Đã thực hiện 1 trên 2 dòng", "Quay lại với 1 dòng");
        assertThat(result.body())
                .contains("name=\"row\" value=\"" + second + "\"")
                .doesNotContain("name=\"row\" value=\"" + first + "\"");
        assertThat(unfulfilled("2012-01")).isEqualTo(1);
        assertThat(unfulfilled("2012-02")).as("changed since it was shown").isEqualTo(1);

        var again = send(officer, List.of(first, second), Map.of("_confirmed", "true", "_key", key));

        assertThat(again.body()).contains("Đã thực hiện 1 trên 2 dòng");
        assertThat(unfulfilled("2012-01")).isEqualTo(1);

        var back = send(officer, List.of(second), Map.of("_edit", "true"));
        assertThat(back.body())
                .containsPattern("value=\"2012-02~[0-9]+\"[^>]*checked")
                .contains("12-CV");
    }

    @Test
    @Order(5)
    void theRestOfTheYearIsSettledAtOnce() {
        var rows = new ArrayList<String>();
        List.of("2012-02", "2012-03", "2012-04", "2012-05").forEach(item -> rows.add(tick(item)));

        var result = send(officer, rows, Map.of("_confirmed", "true", "_key", "batch-2"));

        assertThat(result.body()).contains("Đã thực hiện 4 trên 4 dòng").doesNotContain("Quay lại với");
        assertThat(unfulfilled("2012-05")).isEqualTo(5);
        assertThat(officer.page(LIST + "&status=OPEN")).doesNotContain("name=\"row\"");
        assertThat(officer.page(LIST + "&lang=en")).contains("12-CV");
        officer.page(LIST + "&lang=vi");
    }

    private int unfulfilled(String itemId) {
        return call.get("planning_officer", API + "/items/" + itemId)
                .body()
                .get("unfulfilled")
                .asInt();
    }

    /** The value of an item's check-box. */
    private String tick(String itemId) {
        var box = Pattern.compile("value=\"(" + itemId + "~[0-9]+)\"").matcher(officer.page(LIST));
        assertThat(box.find()).as(itemId).isTrue();
        return box.group(1);
    }

    private static HttpResponse<String> send(Visitor visitor, List<String> rows, Map<String, String> more) {
        var fields = new HashMap<>(GIVEN);
        fields.putAll(more);
        var form = new ArrayList<>(fields.entrySet().stream()
                .map(f -> Map.entry(f.getKey(), f.getValue()))
                .toList());
        rows.forEach(row -> form.add(Map.entry("row", row)));
        return visitor.send(LIST, "/unfulfilled", form);
    }

    private void given(String account, String path, String body) {
        var answer = call.post(account, path, "{" + body + "}");
        assertThat(answer.status()).as(path + " " + answer.body()).isBetween(200, 299);
    }
}
