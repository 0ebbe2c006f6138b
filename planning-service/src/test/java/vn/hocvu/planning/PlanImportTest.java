package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** How the drafts of 2014 and 2015 get their items: from a sheet, and from the year before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanImportTest extends OnRealServers {
    private static final List<String> HEADERS = List.of(
            "Loại lớp",
            "Lĩnh vực",
            "Hệ đào tạo",
            "Nguồn kinh phí",
            "Đơn vị cấp kinh phí",
            "Cơ quan đề nghị",
            "Loại địa điểm",
            "Địa điểm",
            "Chỉ tiêu lớp",
            "Chỉ tiêu học viên",
            "Học viên mỗi lớp",
            "Mở lớp từ ngày",
            "Mở lớp đến ngày",
            "Chờ văn bản");
    private static final List<@Nullable Object> BA_VI = row(
            "Trung cấp lý luận chính trị",
            "",
            "không tập trung",
            "Ngân sách quận, huyện",
            "Ba Vì",
            "",
            "CENTER",
            "ba-vi",
            1,
            80,
            null,
            "01/03/2014",
            "30/06/2014",
            "");
    private static final List<@Nullable Object> COURSE = row(
            "Bồi dưỡng",
            "Công tác Đảng",
            "Tập trung",
            "Ngân sách thành phố",
            "",
            "ban-tuyen-giao-thanh-uy",
            "Trường",
            "",
            2,
            null,
            130,
            "",
            "",
            "=1+1 <script>alert('x')</script>");
    private static final List<@Nullable Object> WRONG = row(
            "Trung cấp lý luận chính trị",
            "Công tác Đảng",
            "Tập trung",
            "Kinh phí cơ quan",
            "",
            "Không có",
            "Trường",
            "ba-vi",
            -1,
            null,
            null,
            "01/03/2013",
            "nay mai",
            "");

    @Autowired
    private Sheets sheets;

    private Caller call;
    private Visitor officer;
    private Visitor board;

    @BeforeAll
    void aDraft() {
        call = new Caller(port);
        officer = Visitor.signedIn(port, "planning_officer", "truong", "PLANNING_OFFICER");
        board = Visitor.signedIn(port, "school_board", "truong", "SCHOOL_BOARD");
        for (var year : List.of("2014", "2015")) {
            assertThat(call.post(
                                    "planning_officer",
                                    "/api/v1/plans",
                                    "{\"year\": " + year + ", \"effectiveOn\": \"2014-01-02\"}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    @Order(1)
    void theTemplateCanBeUploadedAgain() {
        assertThat(officer.page("/plans/2014/import")).contains("Tải mẫu", "10 MB");
        var template = officer.bytes("/plans/import-template");

        assertThat(sheets.read(
                        template, List.of(SheetColumn.text("a", "Loại lớp").must())))
                .hasSize(1);
        assertThat(board.get("/plans/import-template").statusCode()).isEqualTo(403);
        assertThat(board.get("/plans/2014/import").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(2)
    void aDryRunNamesEveryMistakeAndWritesNothing() {
        var job = started(upload("2014", sheet(BA_VI, WRONG, BA_VI)));
        var page = finished(job, "Kiểm tra xong");

        assertThat(page)
                .contains("1 dòng hợp lệ, 1 cảnh báo, 1 lỗi")
                .contains("giống dòng 2")
                .contains("Lĩnh vực: ", "Đơn vị cấp kinh phí: ", "Cơ quan đề nghị: ", "Địa điểm: ")
                .contains("Chỉ tiêu lớp: ", "Chỉ tiêu học viên: ", "phải nằm trong năm 2014", "Mở lớp đến ngày: ");
        assertThat(items("2014")).isZero();
    }

    @Test
    @Order(3)
    void theGoodRowsAreWrittenOnceHoweverOftenTheFileComes() {
        var file = sheet(BA_VI, COURSE);
        for (int time = 0; time < 2; time++) {
            var job = started(upload("2014", file));
            finished(job, time == 0 ? "Cả 2 dòng" : "giống hệt");
            assertThat(officer.send(job, job + "/confirmation", Map.of()).statusCode())
                    .isBetween(302, 303);
            finished(job, "2 / 2");
        }

        assertThat(items("2014")).isEqualTo(2);
        var plan = officer.page("/plans/2014?columns=period&columns=quotaClasses&columns=studyMode");
        assertThat(plan).contains("01/03/2014", "2014-02").doesNotContain("<script>alert");
        assertThat(officer.page("/plans/2014/items/2014-02"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(itemHeads("/plans/2014?format=csv&columns=period"))
                .contains("Thời gian mở lớp")
                .doesNotContain("Nguồn kinh phí");
        assertThat(itemHeads("/plans/2014?format=csv"))
                .as("the columns of the last choice")
                .contains("Thời gian mở lớp")
                .doesNotContain("Nguồn kinh phí");
    }

    /** The heads of the item list in a CSV file. */
    private String itemHeads(String path) {
        return officer.get(path)
                .body()
                .lines()
                .filter(line -> line.startsWith("Chỉ tiêu,"))
                .findFirst()
                .orElse("");
    }

    @Test
    @Order(4)
    void hostileFilesAreRefused() throws IOException {
        refused(422, "không phải bảng tính", upload("2014", "không phải tệp".getBytes(StandardCharsets.UTF_8)));
        refused(422, "công thức", upload("2014", withFormula(sheet(BA_VI))));
        refused(422, "macro", upload("2014", with(sheet(BA_VI), "xl/vbaProject.bin", new byte[] {1})));
        refused(
                422,
                "Không tìm thấy dòng tiêu đề",
                upload(
                        "2014",
                        sheets.write(NewSheet.of(
                                "x",
                                List.of(SheetColumn.text("a", "Loại lớp"), SheetColumn.text("b", "Hệ đào tạo")),
                                List.of(List.of("a", "b"))))));
        assertThat(upload("2014", with(sheet(BA_VI), "xl/bomb.xml", new byte[200_000_000]))
                        .statusCode())
                .isEqualTo(422);
        assertThat(officer.upload("/plans/2014/import", Map.of("effectiveOn", "02/01/2014"), new byte[0])
                        .statusCode())
                .isEqualTo(422);
        assertThat(board.upload("/plans/2014/import", Map.of("effectiveOn", "02/01/2014"), sheet(BA_VI))
                        .statusCode())
                .isEqualTo(403);
        assertThat(items("2014")).isEqualTo(2);
    }

    @Test
    @Order(4)
    void aFileOverTenMegabytesIsRefusedByItsLimitAndNothingIsLost() {
        int imports = imports();
        var typed = Map.of("effectiveOn", "02/01/2014", "_formId", "import");
        var again = upload("2014", new byte[10_000_001]);
        refused(413, "Tệp lớn quá 10 MB", again);
        assertThat(again.body()).as("what was typed stands there again").contains("value=\"02/01/2014\"");
        for (int size : new int[] {10_600_000, 12_000_000, 40_000_000}) {
            refused(413, "10 MB", upload("2014", new byte[size]));
            refused(413, "10 MB", officer.uploadUnannounced("/plans/2014/import", typed, new byte[size]));
        }
        var body = "{\"awaits\": \"" + "x".repeat(10_600_000) + "\"}";
        var answer = call.post("planning_officer", "/api/v1/plans/2014/items", body);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().get("code").asString()).isEqualTo("TooLarge");
        assertThat(answer.body().get("detail").asString()).contains("10 MB");

        assertThat(items("2014")).isEqualTo(2);
        assertThat(imports()).as("no import was begun").isEqualTo(imports);
        finished(started(upload("2014", sheet(BA_VI))), "giống hệt");
    }

    @Test
    @Order(5)
    void lastYearsItemsAreCopiedOnce() {
        assertThat(officer.page("/plans/2015")).contains("Chép chỉ tiêu của năm 2014");
        for (int time = 0; time < 2; time++) {
            assertThat(officer.send("/plans/2015", "/plans/2015/copy", Map.of("effectiveOn", "02/01/2015"))
                            .statusCode())
                    .isBetween(302, 303);
        }

        assertThat(items("2015")).isEqualTo(2);
        assertThat(officer.page("/plans/2015/items/2015-01")).contains("Ba Vì").doesNotContain("01/03/2014");
        assertThat(board.send("/plans", "/plans/2015/copy", Map.of("effectiveOn", "02/01/2015"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.sendWithoutToken("/plans/2015/copy")).isEqualTo(403);
        assertThat(officer.send("/plans/2014", "/plans/2014/copy", Map.of("effectiveOn", "02/01/2014"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(6)
    void onlyADraftTakesThem() {
        assertThat(call.post("planning_officer", "/api/v1/plans/2015/submission", "{\"effectiveOn\": \"2015-01-02\"}")
                        .status())
                .isEqualTo(204);
        refused(409, "không còn là dự thảo", upload("2015", sheet(BA_VI)));
        refused(
                409,
                "không còn là dự thảo",
                officer.send("/plans/2015", "/plans/2015/copy", Map.of("effectiveOn", "02/01/2015")));
    }

    private int items(String year) {
        return call.get("planning_officer", "/api/v1/plans/" + year)
                .body()
                .get("items")
                .size();
    }

    private int imports() {
        return officer.page("/files").split("href=\"/files/").length;
    }

    private HttpResponse<String> upload(String year, byte[] file) {
        return officer.upload(
                "/plans/" + year + "/import", Map.of("effectiveOn", "02/01/" + year, "_formId", "import"), file);
    }

    private static String started(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
        var address = answer.headers().firstValue("Location").orElse("");
        return address.substring(address.indexOf("/files/"));
    }

    private String finished(String job, String text) {
        var deadline = System.nanoTime() + 30_000_000_000L;
        var page = officer.page(job);
        while (!page.contains(text) && System.nanoTime() < deadline) {
            page = officer.page(job);
        }
        assertThat(page).contains(text);
        return page;
    }

    private static void refused(int status, String sentence, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence).contains("</html>");
    }

    @SafeVarargs
    private byte[] sheet(List<@Nullable Object>... rows) {
        var columns = HEADERS.stream()
                .map(header -> header.startsWith("Chỉ tiêu") || header.startsWith("Học viên")
                        ? SheetColumn.number(header, header)
                        : SheetColumn.text(header, header))
                .toList();
        return sheets.write(NewSheet.of("Kế hoạch", columns, List.of(rows)));
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    private static byte[] withFormula(byte[] file) throws IOException {
        return edited(file, parts -> {
            var sheet = parts.getPath("xl/worksheets/sheet1.xml");
            Files.writeString(sheet, Files.readString(sheet).replaceFirst("<v>80</v>", "<f>40+40</f><v>80</v>"));
        });
    }

    private static byte[] with(byte[] file, String part, byte[] content) throws IOException {
        return edited(file, parts -> Files.write(parts.getPath(part), content));
    }

    /** A change of what a file holds. */
    private interface Edit {
        void on(FileSystem parts) throws IOException;
    }

    private static byte[] edited(byte[] file, Edit edit) throws IOException {
        var path = Files.createTempFile("plan", ".zip");
        try {
            Files.write(path, file);
            try (var parts = FileSystems.newFileSystem(path)) {
                edit.on(parts);
            }
            return Files.readAllBytes(path);
        } finally {
            Files.delete(path);
        }
    }
}
