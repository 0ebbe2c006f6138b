package vn.hocvu.platform.webkit.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class SheetsTest {
    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("fullName", "Họ và tên").must(),
            SheetColumn.date("birthDate", "Ngày sinh").must(),
            SheetColumn.number("score", "Điểm"));

    private final GuardedSheets sheets = new GuardedSheets();

    private byte[] roll() {
        return sheets.write(NewSheet.of(
                        "Danh sách",
                        COLUMNS,
                        List.of(
                                Arrays.asList("Nguyễn Văn An", LocalDate.of(1980, 12, 31), 8.5),
                                Arrays.asList(null, null, null),
                                Arrays.asList("=HYPERLINK(\"http://evil\")", LocalDate.of(1981, 1, 2), null)))
                .titled("Danh sách học viên", "Lập ngày 04/05/2020")
                .withNotes(List.of("Mỗi dòng một người")));
    }

    @Test
    void whatWasWrittenIsReadAgainAndEmptyRowsAreLeftOut() {
        var rows = sheets.read(roll(), COLUMNS);

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().text("fullName")).isEqualTo("Nguyễn Văn An");
        assertThat(rows.getFirst().text("birthDate")).isEqualTo("31/12/1980");
        assertThat(rows.getFirst().text("score")).isEqualTo("8.5");
        assertThat(rows.getFirst().number()).isEqualTo(5);
        assertThat(rows.getLast().text("fullName")).isEqualTo("=HYPERLINK(\"http://evil\")");
    }

    @Test
    void theHeaderIsFoundInAnyOrderAndWithoutDiacritics() throws Exception {
        var bytes = workbook(w -> {
            w.value(0, 0, "NGAY SINH");
            w.value(0, 1, " ho va  ten ");
            w.value(1, 0, "31/12/1980");
            w.value(1, 1, "Đặng Thị Bình");
        });

        assertThat(sheets.read(bytes, COLUMNS).getFirst().cells())
                .containsEntry("fullName", "Đặng Thị Bình")
                .containsEntry("birthDate", "31/12/1980");
    }

    @Test
    void dropDownListsAndCellsThatLookLikeFormulasAreHarmless() {
        var sheet = NewSheet.of(
                "Mẫu",
                List.of(SheetColumn.text("sex", "Giới tính").oneOf(List.of("Nam", "Nữ"))),
                List.of(List.of("=1+1"), List.of("@x"), List.of("-3"), List.of("bình thường")));

        var xml = new StringBuilder();
        parts(sheets.write(sheet)).forEach((name, content) -> xml.append(new String(content, StandardCharsets.UTF_8)));
        var csv = new String(sheets.csv(List.of(sheet)), StandardCharsets.UTF_8);

        assertThat(xml).contains("dataValidation").doesNotContain("<f>");
        assertThat(csv).startsWith("\ufeffGiới tính").contains("'=1+1", "'@x", "'-3", "bình thường");
        assertThat(new String(sheets.csv(List.of(sheet.titled("Mẫu", "=2+2"))), StandardCharsets.UTF_8))
                .startsWith("\ufeffMẫu\r\n'=2+2\r\nGiới tính");
    }

    @Test
    void totalsStandOutAndAreNotSortedAmongTheRows() {
        var columns = List.of(SheetColumn.text("type", "Loại lớp"), SheetColumn.number("classes", "Số lớp"));
        var listed = NewSheet.of(
                        "Chỉ tiêu", columns, List.of(List.of("A", 1), List.of("B", 2), List.of("Tổng cộng", 3)))
                .withSums(Set.of(2));
        var grid = NewSheet.of(
                        "Kế hoạch",
                        columns,
                        List.of(List.of("A", 1), List.of("Cộng", 1), List.of("B", 2), List.of("Tổng cộng", 3)))
                .withSums(Set.of(1, 3));

        assertThat(firstTab(listed)).contains("<autoFilter ref=\"A1:B3\"");
        assertThat(firstTab(grid)).doesNotContain("<autoFilter");
        assertThat(boldRows(listed)).containsExactly("1", "4");
        assertThat(boldRows(grid)).containsExactly("1", "3", "5");
        assertThat(sheets.read(sheets.write(grid), columns))
                .extracting(row -> row.text("type") + ' ' + row.text("classes"))
                .containsExactly("A 1", "Cộng 1", "B 2", "Tổng cộng 3");
    }

    private String firstTab(NewSheet sheet) {
        return new String(parts(sheets.write(sheet)).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
    }

    /** The rows whose every cell is set in bold. */
    private List<String> boldRows(NewSheet sheet) {
        var styles = new String(parts(sheets.write(sheet)).get("xl/styles.xml"), StandardCharsets.UTF_8);
        var fonts = found("<font>.*?</font>", styles);
        var bold = found("<xf .*?>", styles.substring(styles.indexOf("<cellXfs"))).stream()
                .map(format -> fonts.get(Integer.parseInt(
                                found("(?<=fontId=\")\\d+", format).getFirst()))
                        .contains("<b"))
                .toList();
        return found("<row .*?</row>", firstTab(sheet)).stream()
                .filter(row ->
                        found("(?<= s=\")\\d+", row).stream().allMatch(style -> bold.get(Integer.parseInt(style))))
                .map(row -> found("(?<= r=\")\\d+", row).getFirst())
                .toList();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void aFormulaIsRefusedWithItsCell() throws Exception {
        var bytes = workbook(w -> {
            w.value(0, 0, "Họ và tên");
            w.value(0, 1, "Ngày sinh");
            w.formula(1, 0, "WEBSERVICE(\"http://evil\")");
            w.value(1, 1, "31/12/1980");
        });

        assertRefused(bytes, "sheet.formula");
    }

    @Test
    void aSheetWithoutItsHeaderSaysWhatIsMissing() throws Exception {
        assertRefused(workbook(w -> w.value(0, 0, "Khác")), "sheet.header");
        assertRefused(
                workbook(w -> {
                    w.value(0, 0, "Họ và tên");
                    w.value(0, 1, "Điểm");
                }),
                "sheet.missingColumn");
    }

    @Test
    void moreRowsThanAllowedAreRefused() throws Exception {
        var bytes = workbook(w -> {
            w.value(0, 0, "Họ và tên");
            w.value(0, 1, "Ngày sinh");
            for (int i = 1; i <= GuardedSheets.MOST_ROWS + 1; i++) {
                w.value(i, 0, "An");
                w.value(i, 1, "31/12/1980");
            }
        });

        assertRefused(bytes, "sheet.tooManyRows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "<html>", "PK\3\4 but not a zip at all", "col1;col2\n1;2"})
    void whatIsNoSpreadsheetIsRefusedByItsContent(String content) {
        assertRefused(content.getBytes(StandardCharsets.UTF_8), "sheet.notSheet");
    }

    @Test
    void aZipOfSomethingElseIsRefused() {
        assertRefused(zip(Map.of("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8))), "sheet.notSheet");
    }

    @Test
    void macrosEmbeddedObjectsOutsideLinksAndEntitiesAreRefused() {
        assertRefused(with("xl/vbaProject.bin", "x"), "sheet.macro");
        assertRefused(with("xl/embeddings/oleObject1.bin", "x"), "sheet.macro");
        assertRefused(with("xl/externalLinks/externalLink1.xml", "<x/>"), "sheet.external");
        assertRefused(with("xl/connections.xml", "<x/>"), "sheet.external");
        assertRefused(
                with("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst/>"),
                "sheet.external");
        assertRefused(with("../../evil.xml", "<x/>"), "sheet.notSheet");
    }

    @Test
    void bombsAreRefusedBeforeTheyAreUnpacked() {
        assertRefused(with("xl/media/zero.xml", "0".repeat(30_000_000)), "sheet.tooBig");
        var many = parts(roll());
        for (int i = 0; i < 201; i++) {
            many.put("xl/media/" + i + ".xml", "<x/>".getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(zip(many), "sheet.tooManyEntries");
    }

    @Test
    void aFileOverTenMegabytesIsRefusedUnopened() {
        assertThatThrownBy(() -> sheets.read(new byte[10_000_001], COLUMNS))
                .isInstanceOfSatisfying(
                        MaxUploadSizeExceededException.class,
                        e -> assertThat(e.getMaxUploadSize()).isEqualTo(10_000_000));
        assertRefused(new byte[10_000_000], "sheet.notSheet");
    }

    private void assertRefused(byte[] file, String why) {
        assertThatThrownBy(() -> sheets.read(file, COLUMNS))
                .isInstanceOfSatisfying(
                        SheetRefused.class, e -> assertThat(e.messageKey()).isEqualTo(why));
    }

    private byte[] with(String part, String content) {
        var parts = parts(roll());
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private interface Filling {
        void fill(org.dhatim.fastexcel.Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Trang 1");
            filling.fill(sheet);
            sheet.finish();
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] file) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : java.util.Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : new ArrayList<>(parts.entrySet())) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
