package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The papers of the plan of 2011, before and after they are issued; they lie in {@code target/papers} for a look. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaperPagesTest extends OnRealServers {
    private static final String API = "/api/v1/plans/2011";
    private static final String ON = "\"effectiveOn\": \"2011-01-03\"";
    private static final String HOSTILE = "<script>alert('x')</script> =1+1 ${7*7} & ]]>";
    private static final String PAPER = """
            "document": {"type": "DECISION", "number": "5-QĐ/BTC", "date": "2011-02-03",
                         "issuer": "Ban Tổ chức Thành ủy"}, "effectiveOn": "2011-01-03"
            """;
    private static final int ITEMS = 500;

    private Caller call;
    private Visitor officer;
    private Visitor board;
    private Visitor district;

    @BeforeAll
    void aSubmittedPlanOfManyItems() {
        call = new Caller(port);
        officer = Visitor.signedIn(port, "planning_officer", "truong", "PLANNING_OFFICER");
        board = Visitor.signedIn(port, "school_board", "truong", "SCHOOL_BOARD");
        district = Visitor.signedIn(port, "district_committee.ba-vi", "ba-vi", "DISTRICT_COMMITTEE");
        given("planning_officer", "/api/v1/plans", "\"year\": 2011, " + ON);
        item("BA_VI", """
                "classType": "TC_LLCT", "category": "THEORY", "fundingSource": "DISTRICT_BUDGET",
                "fundingOrgId": "ba-vi", "venueType": "CENTER", "venueId": "ba-vi", "studyMode": "PART_TIME",
                "quotaClasses": 1, "quotaLearners": 80""");
        item("UNCLEAR", """
                "classType": "BOI_DUONG", "category": "PARTY_WORK", "fundingSource": "CITY_BUDGET",
                "venueType": "SCHOOL", "studyMode": "FULL_TIME", "quotaClasses": 12, "learnersScope": "AMBIGUOUS",
                "ambiguousValue": 2806, "requesterOrgId": "ban-tuyen-giao-thanh-uy", "awaits": "hướng dẫn <b>mới</b>\"""");
        for (int i = 3; i <= ITEMS; i++) {
            item("SCHOOL", """
                    "classType": "TC_LLCT", "category": "THEORY", "fundingSource": "CITY_BUDGET",
                    "venueType": "SCHOOL", "venueId": "truong", "studyMode": "PART_TIME", "quotaClasses": 1,
                    "quotaLearners": 70""");
        }
    }

    @Test
    @Order(1)
    void thePaperOfADraftHasPlaceholdersForNumberAndDate() throws IOException {
        assertThat(officer.page("/plans/2011?lang=en")).contains("Decision (PDF)", "/plans/2011/decision?format=docx");
        var pages = text("plan-draft.pdf", officer.bytes("/plans/2011/decision"));

        assertThat(pages)
                .contains("THÀNH ỦY HÀ NỘI", "BAN TỔ CHỨC THÀNH ỦY", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Độc lập - Tự do - Hạnh phúc", "Số: …/QĐ-…", "Hà Nội, ngày … tháng … năm …")
                .contains("Về việc giao kế hoạch đào tạo, bồi dưỡng cán bộ năm 2011", "Nơi nhận:", "- Lưu: VT.")
                .contains("511 lớp, 34.940 học viên", "TRƯỞNG BAN", "plan-2011");
        officer.page("/plans/2011?lang=vi");
    }

    @Test
    @Order(2)
    void subTotalsOfTheAnnexAddUpOverFiveHundredItems() throws IOException {
        var bytes = officer.bytes("/plans/2011/decision?format=pdf");
        try (var pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getNumberOfPages()).isBetween(20, 60);
            assertThat(allEmbedded(pdf)).isTrue();
        }
        assertThat(text("plan.pdf", bytes)).contains("Phụ lục I", "2011-500");
        try (var docx = docx("plan.docx", officer.bytes("/plans/2011/decision?format=docx"))) {
            var table = docx.getTables().getLast();
            var sums = table.getRows().stream()
                    .filter(row -> row.getTableCells().size() == 4)
                    .map(row -> row.getTableCells().stream()
                            .map(cell -> cell.getText())
                            .collect(Collectors.joining("|")))
                    .toList();

            // 498 classes of 70 at the school, one of 80 that Ba Vì pays for, 12 courses with an unclear number.
            assertThat(table.getRows()).hasSize(1 + ITEMS + sums.size());
            assertThat(table.getText()).contains("hướng dẫn <b>mới</b>", "2.806 học viên, chưa rõ phạm vi");
            assertThat(sums).anyMatch(row -> row.contains("|498|34.860|"));
            assertThat(sums).anyMatch(row -> row.contains("|1|80|"));
            assertThat(sums).anyMatch(row -> row.contains("|499|34.940|"));
            assertThat(sums).anyMatch(row -> row.contains("|12|0|"));
            assertThat(sums.getLast()).isEqualTo("Tổng cộng|511|34.940|");
            assertThat(docx.getTables().getFirst().getText()).contains("Số: …/QĐ-…");
        }
    }

    @Test
    @Order(3)
    void theIssuedPaperHasItsNumberAndKeepsWhatWasAllocated() throws IOException {
        given("planning_officer", API + "/submission", ON);
        given("city_org_board", API + "/approval", PAPER);
        given("city_org_board", API + "/allocation", PAPER);

        assertThat(text("plan-issued.pdf", officer.bytes("/plans/2011/decision")))
                .contains("Số: 05-QĐ/BTC", "Hà Nội, ngày 03 tháng 02 năm 2011", "có hiệu lực kể từ ngày 03/01/2011")
                .doesNotContain("Số: …");
    }

    @Test
    @Order(4)
    void aDistrictGetsAnExtractOfItsOwnItems() throws IOException {
        assertThat(text("plan-extract.pdf", district.bytes("/plans/2011/decision")))
                .contains("Phụ lục I (trích)", "2011-01", "1 lớp, 80 học viên")
                .doesNotContain("2011-02")
                .doesNotContain("2011-03");
        var stranger = Visitor.signedIn(port, "district_committee.soc-son", "soc-son", "DISTRICT_COMMITTEE");
        assertThat(stranger.get("/plans/2011/decision").statusCode()).isEqualTo(404);
        var lecturer = Visitor.signedIn(port, "lecturer", "truong", "LECTURER");
        assertThat(lecturer.get("/plans/2011/decision").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(5)
    void anAmendmentIsProposedAndDecidedOnPaper() throws IOException {
        var item = "/plans/2011/items/2011-01";
        var form = page(item + "/amendments/new?kind=INCREASE");
        assertThat(officer.send(item + "/amendments/new?kind=INCREASE", item + "/amendments", form)
                        .statusCode())
                .isEqualTo(302);
        var amendment = "/amendments/2011-A01";
        assertThat(officer.page(amendment)).contains("Tờ trình (PDF)", amendment + "/decision?format=docx");

        assertThat(text("amendment-proposal.pdf", officer.bytes(amendment + "/proposal")))
                .contains("TỜ TRÌNH", "Số: 09-TTr", "ngày 12 tháng 5 năm 2011", "Kính gửi: Ban Giám hiệu")
                .contains("Theo kế hoạch được giao", "80", "85", "0 lớp, +5 học viên")
                .contains(HOSTILE);
        assertThat(text("amendment-decision.pdf", officer.bytes(amendment + "/decision")))
                .contains("QUYẾT ĐỊNH", "Số: …/QĐ-…", "Hà Nội, ngày … tháng … năm …", "HIỆU TRƯỞNG", HOSTILE);
        try (var docx = docx("amendment-decision.docx", officer.bytes(amendment + "/decision?format=docx"))) {
            var words =
                    docx.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
            var tables = docx.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
            assertThat(words).contains(HOSTILE, "Điều 1.");
            assertThat(tables).contains("80", "85", "Nơi nhận:");
        }
        assertThat(district.get(amendment + "/decision").statusCode()).isEqualTo(403);
        assertThat(officer.get("/amendments/2011-A99/proposal").statusCode()).isEqualTo(404);

        var no = Map.of("effectiveOn", "04/05/2011", "comments", "Đã đủ chỗ");
        assertThat(board.send(amendment, amendment + "/rejection", no).statusCode())
                .isEqualTo(302);
        assertThat(officer.get(amendment + "/decision").statusCode()).isEqualTo(404);
        assertThat(officer.page(amendment)).doesNotContain(amendment + "/decision?format");
    }

    private Map<String, String> page(String path) {
        var before = Pattern.compile("name=\"before\"[^>]*value=\"([^\"]*)\"").matcher(officer.page(path));
        assertThat(before.find()).isTrue();
        return new HashMap<>(Map.ofEntries(
                Map.entry("kind", "INCREASE"),
                Map.entry(
                        "before",
                        before.group(1)
                                .replace("&quot;", "\"")
                                .replace("&#39;", "'")
                                .replace("&amp;", "&")),
                Map.entry("quotaClasses", "1"),
                Map.entry("quotaLearners", "85"),
                Map.entry("reasonCode", "OTHER"),
                Map.entry("reasonText", HOSTILE),
                Map.entry("documentType", "PROPOSAL"),
                Map.entry("documentNumber", "9-TTr"),
                Map.entry("documentDate", "12/05/2011"),
                Map.entry("documentIssuer", "Phòng Quản lý đào tạo"),
                Map.entry("effectiveOn", "04/05/2011"),
                Map.entry("_formId", "amendment")));
    }

    private void item(String what, String terms) {
        var answer = call.post("planning_officer", API + "/items", "{" + terms + ", " + ON + "}");
        assertThat(answer.status()).as(what + " " + answer.body()).isBetween(200, 299);
    }

    private void given(String account, String path, String body) {
        var answer = call.post(account, path, "{" + body + "}");
        assertThat(answer.status()).as(path + " " + answer.body()).isBetween(200, 299);
    }

    private static String text(String name, byte[] bytes) throws IOException {
        keep(name, bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static XWPFDocument docx(String name, byte[] bytes) throws IOException {
        keep(name, bytes);
        return new XWPFDocument(new ByteArrayInputStream(bytes));
    }

    private static boolean allEmbedded(PDDocument pdf) throws IOException {
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                if (!page.getResources().getFont(name).isEmbedded()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void keep(String name, byte[] bytes) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name), bytes);
    }
}
