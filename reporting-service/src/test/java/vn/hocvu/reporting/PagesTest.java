package vn.hocvu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.reporting.messages.consumed.Heard;
import vn.hocvu.reporting.views.figures.ledger.LedgerView;

/** What people see of the reference years, page by page, file by file, in both languages. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesTest extends OnRealServers {
    private static final String OFFICER = "PLANNING_OFFICER";
    private static final String LEADER = "LEADERSHIP_VIEWER";
    private static final String AUDITOR = "AUDITOR";
    private static final String FORMULA = "=cmd|' /C calc'!A0";
    private static final Pattern LINK =
            Pattern.compile("href=\"(/(?:explain|reports|dashboard|discrepancies|audit)[^\"]*)\"");

    @BeforeAll
    void tellOfSomebodyHostile() {
        tell(List.of(new Fact<>(
                new Heard(JsonMapper.builder()
                        .build()
                        .readTree("{\"planId\": \"plan-1999\", \"year\": 1999, \"effectiveOn\": \"1999-01-04\"}")),
                "PlanDrafted",
                "planning",
                "plan-1999",
                0,
                "hostile-0",
                Instant.parse("2020-01-02T03:04:05Z"),
                Map.of("actor", FORMULA))));
        assertThat(views.awaitTopics(PATIENCE)).isTrue();
    }

    @Test
    @Order(1)
    void aPublishedFigureIsComparedAndShown() {
        var form = tester().post().uri("/discrepancies");
        Stream.of(
                        "figure=carriedOut",
                        "year=2019",
                        "classType=TC_LLCT",
                        "classes=1",
                        "learners=2",
                        "effectiveAsOf=31/12/2019",
                        "effectiveOn=28/04/2020",
                        "documentType=REPORT",
                        "documentNumber=1/BC-REF",
                        "documentDate=28/04/2020",
                        "documentIssuer=Trường",
                        "documentSigner=Hiệu trưởng")
                .map(field -> field.split("=", 2))
                .forEach(field -> form.param(field[0], field[1]));

        assertThat(form.with(as(OFFICER)).with(csrf()).exchange()).hasStatus(302);

        assertThat(page(LEADER, "/discrepancies")).contains("Chuyển tiếp ra", "2019");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard?year=2020",
                "/dashboard?year=2020&classType=TC_LLCT&asOf=2020-06-30&knownAt=2020-07-01",
                "/reports/R1?year=2020",
                "/reports/R1?year=1999",
                "/reports/R1?year=2020&asOf=2020-06-30&knownAt=2020-12-31&fundingSource=DISTRICT_BUDGET",
                "/explain?figure=carriedOut&year=2020&classType=TC_LLCT",
                "/explain?figure=unfulfilled&year=2020",
                "/discrepancies",
                "/discrepancies/gap-2019-carriedOut-LEARNERS-TC_LLCT",
                "/discrepancies/new",
                "/audit",
                "/audit?kind=ClassOpened&service=class&q=TC-2020",
                "/audit/hostile-0",
                "/search",
                "/search?q=tc",
                "/search?q=xyzzy"
            })
    @Order(2)
    void everyPageSpeaksBothLanguages(String path) {
        for (var language : List.of("vi", "en")) {
            var html = page(OFFICER, path + (path.contains("?") ? "&" : "?") + "lang=" + language);

            assertThat(html).contains("<h1", "<html lang=\"" + language).doesNotContain("??");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard?year=2020, Training dashboard, Bảng điều hành",
        "/reports/R1?year=2020, Annual training report 2020, Tổng kết",
        "/explain?figure=opened&year=2020, where does it come from?, từ đâu",
        "/discrepancies, Register of discrepancies, Sổ chênh lệch",
        "/audit, Audit trail, Nhật ký",
        "/search?q=tc, Search, Tìm kiếm"
    })
    @Order(3)
    void theEnglishPageIsEnglish(String path, String english, String vietnamese) {
        var html = page(OFFICER, path + (path.contains("?") ? "&" : "?") + "lang=en");

        assertThat(heading(html)).contains(english).doesNotContain(vietnamese);
    }

    private static String heading(String html) {
        return html.substring(html.indexOf("<h1"), html.indexOf("</h1>"));
    }

    @Test
    @Order(4)
    void theReportPageShowsTheSameFiguresAsTheApi() {
        var page = page(LEADER, "/reports/R1?year=2020");

        assertThat(page).contains("3.621", "2.133", "1.488", "1.096", "2.525", "90,9%", "86,0%", "78,5%");
        assertThat(page).contains("Ba Vì, Thanh Oai", "Ban Tuyên giáo Thành ủy", "2.806", "996");
    }

    @Test
    @Order(5)
    void theReportIsShownAsItWasKnownThenAndSaysSo() {
        var then = page(LEADER, "/reports/R1?year=2020&knownAt=2020-12-31&fundingSource=CITY_BUDGET");
        var now = page(LEADER, "/reports/R1?year=2020");

        assertThat(now).contains("3 lớp, 510 học viên");
        assertThat(then)
                .contains("Số liệu như đã được biết lúc", "name=\"knownAt\"", "value=\"2020-12-31\"")
                .contains("name=\"fundingSource\" value=\"CITY_BUDGET\"")
                .doesNotContain("510 học viên");
    }

    @Test
    @Order(6)
    void theDashboardCanBeAskedForAnotherDay() {
        var then = page(LEADER, "/dashboard?year=2020&asOf=2020-01-31");

        assertThat(then).contains("hết ngày 31/01/2020", "name=\"asOf\"", "value=\"2020-01-31\"");
        assertThat(page(LEADER, "/dashboard?year=2020")).doesNotContain("hết ngày 31/01/2020");
    }

    @ParameterizedTest
    @ValueSource(strings = {LEADER, OFFICER, "CITY_ORG_BOARD", "DISTRICT_COMMITTEE"})
    @Order(7)
    void noLinkOfAPageLeadsToSomethingForbiddenOrMissing(String role) {
        var start = role.equals("DISTRICT_COMMITTEE")
                ? List.of("/reports/R1?year=2020")
                : List.of("/dashboard?year=2020", "/reports/R1?year=2020", "/discrepancies");
        var links = start.stream()
                .flatMap(path -> links(page(role, path)))
                .filter(link -> !link.contains("format="))
                .distinct()
                .toList();

        assertThat(links).isNotEmpty();
        for (var link : links) {
            assertThat(get(role, link).getResponse().getStatus()).as(link).isIn(200, 302);
        }
    }

    private static Stream<String> links(String html) {
        return LINK.matcher(html).results().map(found -> found.group(1).replace("&amp;", "&"));
    }

    @Test
    @Order(8)
    void theReportIsHandedOutAsAWorkbook() {
        var tabs = workbook(file(LEADER, "/reports/R1?year=2020&format=xlsx"));

        assertThat(tabs).hasSize(8);
        var figures = tabs.getFirst();
        assertThat(figures.get(0)).contains("Biểu 01");
        assertThat(figures.get(1)).contains("Tổng kết đào tạo", "2020", "31/12/2020");
        assertThat(figures.get(2)).contains("leadership_viewer");
        assertThat(figures).anyMatch(line -> line.contains("45") && line.contains("3621"));
        assertThat(String.join("\n", tabs.get(4))).contains("Ba Vì, Thanh Oai", "350");
    }

    @Test
    @Order(9)
    void theReportTheRegisterAndTheTrailAreHandedOutAsCsv() {
        assertThat(text(file(LEADER, "/reports/R1?year=2020&format=csv&lang=en")))
                .startsWith("\ufeff")
                .contains("Trained in the year,45,3621", "Made at", "leadership_viewer");
        assertThat(text(file(LEADER, "/discrepancies?format=csv"))).contains("2019", "leadership_viewer");
        var trail = text(file(AUDITOR, "/audit?kind=ClassOpened&format=csv"));
        assertThat(trail).contains("ClassOpened", "auditor");
        assertThat(trail.lines().filter(line -> line.contains(",c-") || line.contains("TC-") || line.contains("BD-")))
                .hasSize(55);
    }

    @Test
    @Order(10)
    void nothingInAFileIsAFormula() {
        var csv = text(file(AUDITOR, "/audit?kind=PlanDrafted&format=csv"));
        var xlsx = new String(file(AUDITOR, "/audit?kind=PlanDrafted&format=xlsx"), StandardCharsets.ISO_8859_1);

        assertThat(csv).contains("'" + FORMULA);
        assertThat(csv).doesNotContain("," + FORMULA);
        assertThat(xlsx).doesNotContain("<f>");
        assertThat(new String(file(AUDITOR, "/audit?kind=PlanDrafted&format=pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(workbook(file(AUDITOR, "/audit?kind=PlanDrafted&format=xlsx"))
                        .getFirst())
                .anyMatch(line -> line.contains(FORMULA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports/R1?year=2020", "/discrepancies?x=", "/audit?x="})
    @Order(11)
    void anUnknownFormatAndAForbiddenReaderGetNoFile(String path) {
        assertThat(get(OFFICER, path + "&format=exe")).hasStatus4xxClientError();
        assertThat(get("LECTURER", path + "&format=xlsx")).hasStatus(403);
    }

    @Test
    @Order(12)
    void whateverIsSoughtIsFoundWithoutDiacriticsAndInGroups() {
        assertThat(page(OFFICER, "/search?q=ke%20hoach%202021")).contains("Kế hoạch năm 2021", "/reports/R1?year=2021");
        assertThat(page(OFFICER, "/search?q=BA%20VI")).contains("Chỉ tiêu", "Lớp", "/plans/2020/items/", "/classes/");
        assertThat(page(OFFICER, "/search?q=tc-2020-01")).contains("TC-2020-01").doesNotContain("TC-2020-02");
        assertThat(page(OFFICER, "/search?q=xyzzy")).contains("Không có gì khớp với “xyzzy”");
        assertThat(page(LEADER, "/search?q=tc-2020-01")).contains("TC-2020-01").doesNotContain("/classes/");
        assertThat(get("LECTURER", "/search?q=tc")).hasStatus(403);
        assertThat(page(OFFICER, "/dashboard")).contains("action=\"/search\"");
    }

    @Test
    @Order(13)
    void aLearnersCodeIsFoundOnlyInOnesOwnScope() {
        var row = views.rows(LedgerView.class).all().stream()
                .filter(one -> !one.moves().isEmpty() && one.traits() != null)
                .findFirst()
                .orElseThrow();
        var code = row.moves().getFirst().learnerId();

        assertThat(page(OFFICER, "/search?q=" + encoded(code))).contains("Mã học viên", code);
        assertThat(page("DISTRICT_COMMITTEE", "/search?q=" + encoded(code))).doesNotContain("Mã học viên");
    }

    @Test
    @Order(14)
    void refusedAttemptsOfAllServicesAreShownAsFarAsTheyAnswer() {
        signIn("auditor");
        assertThat(get("LECTURER", "/dashboard")).hasStatus(403);

        var page = page(AUDITOR, "/audit/refused");

        assertThat(page).contains("ApprovePlan", "CITY_ORG_BOARD", "04/05/2020");
        assertThat(page).contains("Không có số liệu của phần hệ Lớp");
        assertThat(page).doesNotContain("Không có số liệu của phần hệ Kế hoạch");
        assertThat(page(AUDITOR, "/audit/refused?service=class")).doesNotContain("ApprovePlan");
        assertThat(text(file(AUDITOR, "/audit/refused?format=csv"))).contains("ApprovePlan", "auditor");
        assertThat(get(LEADER, "/audit/refused")).hasStatus(403);
        assertThat(page(AUDITOR, "/audit")).contains("/audit/refused");
        assertThat(page(OFFICER, "/audit")).doesNotContain("/audit/refused");
    }

    @Test
    @Order(15)
    void ownRefusedAttemptsAreToldToTheAuditorOnly() {
        assertThat(get("LECTURER", "/audit")).hasStatus(403);

        var told = tester().get()
                .uri("/api/v1/denied-attempts?size=5")
                .with(bearer("auditor", AUDITOR))
                .exchange();

        assertThat(told).hasStatusOk();
        assertThat(told).bodyText().contains("lecturer", "AuditPages.list", "\"needed\"");
        assertThat(tester().get()
                        .uri("/api/v1/denied-attempts")
                        .with(bearer("leadership_viewer", LEADER))
                        .exchange())
                .hasStatus(403);
        assertThat(tester().get()
                        .uri("/api/v1/denied-attempts?size=501")
                        .with(bearer("auditor", AUDITOR))
                        .exchange())
                .hasStatus(400);
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor bearer(
            String account, String role) {
        return jwt().jwt(token -> token.subject(account).claim("roles", List.of(role)));
    }

    private MvcTestResult get(String role, String path) {
        return tester().get().uri(URI.create(path)).with(as(role)).exchange();
    }

    private String page(String role, String path) {
        var page = get(role, path);
        assertThat(page).as(path).hasStatusOk();
        return text(page.getResponse().getContentAsByteArray());
    }

    private byte[] file(String role, String path) {
        var answer = get(role, path);
        assertThat(answer).as(path).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        return answer.getResponse().getContentAsByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Lines of every tab, cells joined. */
    private static List<List<String>> workbook(byte[] file) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var tabs = new ArrayList<List<String>>();
            workbook.getSheets().forEach(sheet -> {
                try (var rows = sheet.openStream()) {
                    tabs.add(rows.map(row -> row.stream()
                                    .map(cell -> cell == null ? "" : cell.getText())
                                    .toList()
                                    .toString())
                            .toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return tabs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
