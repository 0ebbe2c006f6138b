package vn.hocvu.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of 2013 as files: the lines, sub-totals and totals of its page, and they add up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanExportTest extends OnRealServers {
    private static final String PLAN = "/plans/2013";
    private static final String ON = "\"effectiveOn\": \"2013-01-02\"";
    private static final String SUB_TOTAL = "Cộng";
    private static final String TOTAL = "Tổng cộng";
    /** Lines above the head of a table: what it is, what was asked, and who asked when. */
    private static final int TITLE = 3;
    /** Columns of the grid before its first number. */
    private static final int TEXTS = 3;

    private Visitor officer;

    @BeforeAll
    void aPlanOfManyKinds() {
        var call = new Caller(port);
        // Nobody else has chosen columns for this account.
        officer = Visitor.signedIn(port, "planning_officer.exports", "truong", "PLANNING_OFFICER");
        created(call, "/api/v1/plans", "\"year\": 2013, ");
        item(call, "TC_LLCT", "DISTRICT_BUDGET", "ba-vi", "ba-vi", "\"quotaClasses\": 2, \"quotaLearners\": 160, ");
        item(call, "TC_LLCT", "DISTRICT_BUDGET", "ba-vi", "soc-son", "\"quotaClasses\": 1, \"quotaLearners\": 75, ");
        item(call, "TC_LLCT", "DISTRICT_BUDGET", "soc-son", null, "\"quotaClasses\": 1, \"quotaLearners\": 64, ");
        item(call, "TC_LLCT", "CITY_BUDGET", null, null, "\"quotaClasses\": 3, \"quotaLearners\": 1200, ");
        item(call, "SC_LLCT", "DISTRICT_BUDGET", "ba-vi", "ba-vi", "\"quotaClasses\": 1, \"quotaLearners\": 50, ");
        item(
                call,
                "BOI_DUONG",
                "CITY_BUDGET",
                null,
                null,
                "\"category\": \"PARTY_WORK\", \"quotaClasses\": 12, \"learnersScope\": \"AMBIGUOUS\", \"ambiguousValue\": 2806, \"readings\": ["
                        + "{\"scope\": \"CATEGORY_ONLY\", \"quotaLearners\": 2806}, "
                        + "{\"scope\": \"GRAND_TOTAL\", \"quotaLearners\": 996}], ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=VENUE_TYPE",
                "by=VENUE",
                "by=PAYER",
                "by=REQUESTER",
                "by=VENUE&classType=TC_LLCT",
                "q=soc+son"
            })
    void theGridOfAFileIsTheGridOfThePage(String asked) throws IOException {
        var seen = gridOfThePage(officer.page(PLAN + '?' + asked));

        var tabs = tabs(officer.bytes(PLAN + "?format=xlsx&" + asked));
        assertThat(lines(tabs.getFirst())).isEqualTo(seen);
        assertThat(lines(tables(csv(asked)).getFirst())).isEqualTo(seen);
        var printed = printed(asked);
        assertThat(seen).allSatisfy(line -> assertThat(printed).contains(words(String.join(" ", printed(line)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by=VENUE_TYPE", "by=VENUE", "by=PAYER", "by=REQUESTER", "by=VENUE&classType=TC_LLCT"})
    void subTotalsAndTotalsOfAFileAddUp(String asked) throws IOException {
        var lines = lines(tabs(officer.bytes(PLAN + "?format=xlsx&" + asked)).getFirst());
        var plain = lines.stream().filter(line -> !isSum(line)).toList();

        assertThat(lines)
                .anyMatch(line -> line.get(2).equals(SUB_TOTAL))
                .anyMatch(line -> line.get(1).equals(SUB_TOTAL));
        for (var sum : lines.stream().filter(PlanExportTest::isSum).toList()) {
            var summed = plain.stream().filter(line -> belongs(line, sum)).toList();
            for (int column = TEXTS; column < sum.size(); column++) {
                assertThat(number(sum.get(column)))
                        .as(sum + " in column " + column)
                        .isEqualTo(total(summed, column));
            }
        }
    }

    @Test
    void theItemsOfAFileAddUpToTheirTotal() throws IOException {
        for (var table : List.of(
                tabs(officer.bytes(PLAN + "?format=xlsx")).get(1),
                tables(csv("")).get(1))) {
            var lines = lines(table);
            var head = head(table);
            var total = lines.getLast();

            assertThat(lines).hasSize(7);
            assertThat(total.getFirst()).isEqualTo(TOTAL);
            for (var column : List.of("Chỉ tiêu lớp", "Chỉ tiêu học viên", "Đang chuẩn bị", "Đã mở", "Còn lại")) {
                int at = head.indexOf(column);
                assertThat(number(total.get(at))).as(column).isEqualTo(total(lines.subList(0, 6), at));
            }
            assertThat(total.get(head.indexOf("Chỉ tiêu học viên"))).isEqualTo("1549");
            assertThat(total.get(head.indexOf("Con số nêu trong kế hoạch")))
                    .as("what is ambiguous stands beside the total")
                    .isEmpty();
        }
    }

    @Test
    void totalsAreSetInBoldAndAreNotSortedAmongTheRest() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(officer.bytes(PLAN + "?format=xlsx&by=VENUE")))) {
            for (var tab : workbook) {
                var rows = new ArrayList<Row>();
                tab.forEach(rows::add);
                assertThat(rows.subList(TITLE + 1, rows.size()))
                        .allSatisfy(row -> assertThat(((XSSFCell) row.getCell(0))
                                        .getCellStyle()
                                        .getFont()
                                        .getBold())
                                .isEqualTo(isSum(cells(row))));
            }
            assertThat(workbook.getSheetAt(0).getCTWorksheet().isSetAutoFilter())
                    .isFalse();
            assertThat(workbook.getSheetAt(1).getCTWorksheet().getAutoFilter().getRef())
                    .as("six items below their head")
                    .matches("A5:[A-Z]+11");
        }
    }

    @Test
    void filesSpeakTheLanguageOfThePage() throws IOException {
        assertThat(csv("by=VENUE&lang=en")).contains("Sub-total", "\r\nTotal,,,6,20,1549,0,0,0,20\r\n");
        officer.page(PLAN + "?lang=vi");
    }

    private void item(
            Caller call, String type, String funding, @Nullable String payer, @Nullable String venue, String quota) {
        created(
                call,
                "/api/v1/plans/2013/items",
                "\"classType\": \"%s\", \"fundingSource\": \"%s\", %s \"venueType\": \"%s\", %s %s"
                                .formatted(
                                        type,
                                        funding,
                                        payer == null
                                                ? ""
                                                : "\"fundingOrgId\": \"%1$s\", \"requesterOrgId\": \"%1$s\","
                                                        .formatted(payer),
                                        venue == null ? "SCHOOL" : "CENTER",
                                        venue == null ? "" : "\"venueId\": \"" + venue + "\",",
                                        quota)
                        + "\"studyMode\": \"PART_TIME\", ");
    }

    private static void created(Caller call, String path, String body) {
        var answer = call.post("planning_officer", path, '{' + body + ON + '}');
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    }

    private static boolean isSum(List<String> line) {
        return line.getFirst().equals(TOTAL) || line.contains(SUB_TOTAL);
    }

    private static boolean belongs(List<String> line, List<String> sum) {
        return sum.getFirst().equals(TOTAL)
                || (line.getFirst().equals(sum.getFirst())
                        && (sum.get(1).equals(SUB_TOTAL) || line.get(1).equals(sum.get(1))));
    }

    private static int total(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> number(line.get(column))).sum();
    }

    private static int number(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }

    /** The rows of the grid as its page shows them, with plain numbers. */
    private static List<List<String>> gridOfThePage(String html) {
        var from = html.indexOf("id=\"plan-grid\"");
        var table = html.substring(from, html.indexOf("</table>", from));
        return found("<tr.*?</tr>", table.substring(table.indexOf("</thead>"))).stream()
                .map(row -> found("<t[hd].*?</t[hd]>", row).stream()
                        .map(cell -> words(cell.replaceAll("<[^>]*>", "")))
                        .toList())
                .map(PlanExportTest::plain)
                .toList();
    }

    /** Without the dots of numbers and the dashes of empty cells; the head of a total stretches over the texts. */
    private static List<String> plain(List<String> seen) {
        var cells = new ArrayList<>(seen);
        while (cells.size() < TEXTS + 7) {
            cells.add(1, "");
        }
        cells.replaceAll(cell -> cell.equals("–") ? "" : cell);
        IntStream.range(TEXTS, cells.size())
                .forEach(at -> cells.set(at, cells.get(at).replace(".", "")));
        return cells;
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Every tab, row by row, from its first line on. */
    private static List<List<List<String>>> tabs(byte[] file) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var tabs = new ArrayList<List<List<String>>>();
            for (var tab : workbook) {
                var rows = new ArrayList<List<String>>();
                tab.forEach(row -> rows.add(cells(row)));
                tabs.add(rows);
            }
            return tabs;
        }
    }

    private static List<String> cells(Row row) {
        var format = new DataFormatter();
        return IntStream.range(0, row.getLastCellNum())
                .mapToObj(row::getCell)
                .map(cell -> cell == null ? "" : format.formatCellValue(cell).replaceAll("(?<=\\d)[.,](?=\\d{3})", ""))
                .toList();
    }

    /** The tables of the CSV file, row by row. */
    private List<List<List<String>>> tables(String csv) {
        return Stream.of(csv.split("\r\n\r\n"))
                .map(table -> table.lines().map(PlanExportTest::fields).toList())
                .toList();
    }

    private String csv(String asked) {
        return new String(officer.bytes(PLAN + "?format=csv&" + asked), StandardCharsets.UTF_8);
    }

    private static List<String> fields(String line) {
        return found("(?<=^|,)(\"[^\"]*\"|[^,]*)", line).stream()
                .map(field -> field.replace("\"", ""))
                .toList();
    }

    private static List<String> head(List<List<String>> table) {
        return table.get(TITLE);
    }

    private static List<List<String>> lines(List<List<String>> table) {
        return table.subList(TITLE + 1, table.size());
    }

    private String printed(String asked) throws IOException {
        try (var pdf = Loader.loadPDF(officer.bytes(PLAN + "?format=pdf&" + asked))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return words(stripper.getText(pdf));
        }
    }

    /** The cells of a line as they are printed, where thousands have their dots again. */
    private static List<String> printed(List<String> line) {
        return IntStream.range(0, line.size())
                .mapToObj(at -> at < TEXTS ? line.get(at) : line.get(at).replaceAll("(?<=\\d)(?=\\d{3}$)", "."))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
