package vn.hocvu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.reporting.views.figures.planhistory.ToldPlan.item;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.hocvu.reporting.views.figures.planhistory.ToldPlan;

/** What auditors see of a plan's past, and that nobody else does. */
class PlanAuditPagesTest extends OnRealServers {
    private static final String AUDITOR = "AUDITOR";
    private static final LocalDate JAN_2 = LocalDate.of(1998, 1, 2);
    private static final LocalDate FEB_1 = LocalDate.of(1998, 2, 1);
    private static final LocalDate MAY_4 = LocalDate.of(1998, 5, 4);
    private static final String SCRIPT = "<script>alert(1)</script>";

    @BeforeAll
    void tellOfAPlan() {
        var told = new ToldPlan(1998);
        told.allocated(JAN_2, List.of(item("1998-01", 1, 80), item("1998-02", 2, 140)));
        told.tell(
                "AmendmentProposed",
                FEB_1,
                MAY_4.minusDays(3),
                Map.of(
                        "amendmentId",
                        "1998-A01",
                        "kind",
                        "INCREASE",
                        "itemId",
                        "1998-01",
                        "before",
                        item("1998-01", 1, 80),
                        "after",
                        item("1998-01", 2, 160),
                        "reasonCode",
                        "OTHER",
                        "reasonText",
                        SCRIPT),
                "planning_officer");
        told.amended("1998-A01", FEB_1, MAY_4, "1998-01", item("1998-01", 1, 80), item("1998-01", 2, 160));
        told.tell(
                "PlanItemAdded",
                MAY_4,
                MAY_4,
                Map.of("item", item("1998-03", 1, 45), "offPlan", true, "requestId", "off-1998"),
                "WhenOffPlanApprovedAddItem");
        tell(told.facts());
        assertThat(views.awaitTopics(PATIENCE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/plan/1998",
                "/audit/plan/1998?asOf=1998-03-01&knownAt=1998-03-01&classType=TC_LLCT",
                "/audit/plan/1998?asOf=1997-01-01",
                "/audit/plan/2020",
                "/audit/plan/1998/difference",
                "/audit/plan/1998/difference?fromAsOf=1998-03-01&fromKnownAt=1998-03-01&asOf=1998-03-01",
                "/audit/plan/2020/difference",
                "/audit/plan/1998/items/1998-01",
                "/audit/plan/1998/items/1998-03"
            })
    void everyPageSpeaksBothLanguagesAndRunsNoScript(String path) {
        for (var language : List.of("vi", "en")) {
            var html = page(path + (path.contains("?") ? "&" : "?") + "lang=" + language);

            assertThat(html).contains("<h1", "<html lang=\"" + language).doesNotContain("??", SCRIPT);
        }
    }

    @Test
    void aBackDatedAmendmentIsSeenOnTheEffectiveAxisOnlyOnceItIsKnown() {
        var known = page("/audit/plan/1998?asOf=1998-03-01");
        var before = page("/audit/plan/1998?asOf=1998-03-01&knownAt=1998-03-01");

        assertThat(known).contains("01/03/1998", ">300<");
        // As the text of an element: the ids in a page may have these digits too.
        assertThat(before).contains(">220<", "Ngày ghi nhận sau").doesNotContain(">300<");
        assertThat(known).contains("/audit/plan/1998/difference").doesNotContain("1998-03\"");
        assertThat(page("/audit/plan/1998?asOf=1998-12-31")).contains("Lớp ngoài kế hoạch", "/items/1998-03");
    }

    @Test
    void theDifferenceShowsFieldsWithSignsAndWhoStandsBehindThem() {
        var html = page("/audit/plan/1998/difference");

        assertThat(html)
                .contains("1998-01", "− ", "+ ", "80", "160")
                .contains(
                        "city_org_board, Ban Tổ chức Thành ủy", "01/02/1998", "04/05/1998", "05-QĐ/TU", "school_board")
                .contains("Thêm")
                .doesNotContain("item-1998-02");
    }

    @Test
    void theTimelineLeadsToPlansThatThereAre() {
        var links = Pattern.compile("href=\"(/audit/plan/\\d{4})\"")
                .matcher(page("/audit"))
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(get(AUDITOR, link)).hasStatusOk());
    }

    @Test
    void everythingIsHandedOutAsAFile() {
        assertThat(file("/audit/plan/1998?asOf=1998-12-31&format=csv"))
                .contains("1998-01", "1998-03", "Tổng cộng,,,2,4,300,", "auditor", "31/12/1998");
        assertThat(file("/audit/plan/1998/difference?format=csv"))
                .contains("1998-01,Thay đổi,Chỉ tiêu lớp,1,2", "05-QĐ/TU", "school_board", "told-1998-2");
        assertThat(file("/audit/plan/1998?format=pdf")).startsWith("%PDF");
        assertThat(get(AUDITOR, "/audit/plan/1998?format=xlsx")).hasStatusOk();
        assertThat(get(AUDITOR, "/audit/plan/1998/difference?format=xlsx")).hasStatusOk();
        assertThat(get(AUDITOR, "/audit/plan/1998?format=exe")).hasStatus4xxClientError();
    }

    @Test
    void anItemTellsItsAmendmentsFromProposalToDecision() {
        assertThat(page("/audit/plan/1998/items/1998-01"))
                .contains("1998-A01", "planning_officer", "city_org_board", "Đồng ý: school_board")
                .contains(
                        "/audit/evidence?year=1998&amp;itemId=1998-01",
                        "/audit/evidence?year=1998&amp;amendmentId=1998-A01");
        assertThat(page("/audit/plan/1998")).contains("/audit/evidence?year=1998");
    }

    @Test
    void whatIsNotThereIsNotFoundAndWhatIsNoDateIsSaid() {
        assertThat(get(AUDITOR, "/audit/plan/1901")).hasStatus(404);
        assertThat(get(AUDITOR, "/audit/plan/1998/items/1998-99")).hasStatus(404);
        assertThat(get(AUDITOR, "/audit/plan/abc")).hasStatus4xxClientError();
        assertThat(get(AUDITOR, "/audit/plan/1998?asOf=soon")).hasStatus4xxClientError();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CITY_ORG_BOARD",
                "CITY_PROPAGANDA_BOARD",
                "DISTRICT_COMMITTEE",
                "SENDING_AGENCY",
                "CENTER_ADMIN",
                "ADMISSIONS_OFFICER",
                "ADMISSIONS_BOARD",
                "CLASS_MANAGER",
                "LECTURER",
                "FACULTY_HEAD",
                "REGISTRAR",
                "LEADERSHIP_VIEWER",
                "SYS_ADMIN"
            })
    void everybodyElseIsRefusedAndThatIsRecorded(String role) {
        for (var path : List.of(
                "/audit/plan/1998", "/audit/plan/1998/difference?format=csv", "/audit/plan/1998/items/1998-01")) {
            assertThat(get(role, path)).as(path).hasStatus(403);
        }
        var kept = context.getBean(JdbcClient.class)
                .sql("select count(*) from denied_attempt where actor = ? and attempt like ?")
                .params(role.toLowerCase(Locale.ROOT), "%TimeMachinePages%")
                .query(Long.class)
                .single();
        assertThat(kept).isPositive();
    }

    private MvcTestResult get(String role, String path) {
        return tester().get().uri(URI.create(path)).with(as(role)).exchange();
    }

    private String page(String path) {
        var page = get(AUDITOR, path);
        assertThat(page).as(path).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String file(String path) {
        var answer = get(AUDITOR, path);
        assertThat(answer).as(path).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
