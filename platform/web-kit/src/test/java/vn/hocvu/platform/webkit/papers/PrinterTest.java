package vn.hocvu.platform.webkit.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.springframework.context.support.StaticMessageSource;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.papers.PaperTable.Column;
import vn.hocvu.platform.webkit.papers.PaperTable.Row;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;

class PrinterTest {
    private static final String LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
    private static final String HOSTILE = "<script>alert(1)</script> ${7*7} [[${paper}]] &lt; ]]> \u0007\ud83d\ude00";
    private static final double POINTS_PER_MM = 72 / 25.4;

    private final Printer printer =
            new Printer(new PaperTemplates(new StaticMessageSource()), new Formats(Clock.systemUTC()));

    private static Paper paper(int items, String text) {
        var rows = new ArrayList<Row>();
        for (int i = 1; i <= items; i++) {
            rows.add(Row.of(List.of(Integer.toString(i), "Trung cấp lý luận chính trị " + text, "1.234")));
        }
        rows.add(Row.sum(2, List.of("Tổng cộng", "9.876")));
        var table = new PaperTable(
                List.of(Column.text("Số", 1), Column.text("Loại lớp", 4), Column.number("Học viên", 2)), rows);
        return new Paper(
                "Thành ủy Hà Nội",
                "Trường đào tạo cán bộ Thành phố",
                "Số: …/QĐ-…",
                "Hà Nội, ngày … tháng … năm …",
                "Quyết định",
                "Về việc giao kế hoạch năm 2021",
                List.of(
                        Part.ground("Căn cứ kế hoạch đào tạo, bồi dưỡng cán bộ năm 2021;"),
                        Part.authority("Quyết định:"),
                        Part.article("Điều 1.", "Giao kế hoạch " + text),
                        Part.text(LETTERS + " " + LETTERS.toUpperCase(Locale.ROOT))),
                List.of("KT. Hiệu trưởng", "Phó Hiệu trưởng"),
                List.of("Như Điều 3;", "Lưu: VT."),
                List.of(new Paper.Annex(
                        "Phụ lục I",
                        "Chỉ tiêu kế hoạch",
                        "(Kèm theo Quyết định số …/QĐ-…)",
                        List.of(Part.table(table)),
                        true)),
                "plan-2021, sự kiện 12");
    }

    @Test
    void everyVietnameseLetterIsPrintedAndCanBeReadAgain() throws IOException {
        try (var pdf = Loader.loadPDF(printer.pdf(paper(3, "")))) {
            var text = text(pdf);

            assertThat(text.replaceAll("\\s", "")).contains(LETTERS, LETTERS.toUpperCase(Locale.ROOT));
            assertThat(text)
                    .contains(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                            "Số: …/QĐ-…",
                            "Hà Nội, ngày … tháng … năm …",
                            "KT. HIỆU TRƯỞNG",
                            "Nơi nhận:",
                            "- Lưu: VT.",
                            "Phụ lục I");
        }
    }

    @Test
    void allFontsAreEmbeddedInEveryFaceThatIsUsed() throws IOException {
        try (var pdf = Loader.loadPDF(printer.pdf(paper(3, "")))) {
            var fonts = fonts(pdf);

            assertThat(fonts).allMatch(PDFont::isEmbedded);
            assertThat(fonts.stream().map(font -> font.getName().replaceFirst("^.*\\+", "")))
                    .contains(
                            "LiberationSerif",
                            "LiberationSerif-Bold",
                            "LiberationSerif-Italic",
                            "LiberationSerif-BoldItalic");
        }
    }

    @Test
    void thePagesHaveTheMarginsOfTheDecree() throws IOException {
        try (var pdf = Loader.loadPDF(printer.pdf(paper(500, "")))) {
            var first = pdf.getPage(0).getMediaBox();
            assertThat(first.getWidth() / POINTS_PER_MM).isCloseTo(210, within(0.5));
            assertThat(first.getHeight() / POINTS_PER_MM).isCloseTo(297, within(0.5));
            var second = pdf.getPage(1).getMediaBox();
            assertThat(second.getWidth()).isGreaterThan(second.getHeight());
            assertThat(area(pdf, 2)[2] / POINTS_PER_MM)
                    .as("a wide table uses the width")
                    .isGreaterThan(275);
            for (int page = 1; page <= 3; page++) {
                var body = area(pdf, page);
                var paper = pdf.getPage(page - 1).getMediaBox();
                assertThat(body[0] / POINTS_PER_MM).isGreaterThan(29.5);
                assertThat((paper.getWidth() - body[2]) / POINTS_PER_MM).isGreaterThan(14.5);
            }
        }
    }

    @Test
    void pagesAreNumberedFromTheSecondAndAnnexesCountTheirOwn() throws IOException {
        try (var pdf = Loader.loadPDF(printer.pdf(paper(500, "")))) {
            int pages = pdf.getNumberOfPages();

            assertThat(pages).isBetween(15, 40);
            assertThat(firstLine(pdf, 1)).doesNotMatch("\\d+");
            assertThat(firstLine(pdf, 2)).doesNotMatch("\\d+");
            assertThat(firstLine(pdf, 3)).isEqualTo("2");
            assertThat(firstLine(pdf, pages)).isEqualTo(Integer.toString(pages - 1));
            // The head of the table stands on every page of the annex.
            assertThat(page(pdf, 3)).contains("Loại lớp", "Học viên");
            assertThat(page(pdf, pages)).contains("Tổng cộng", "9.876");
        }
    }

    @Test
    void thePdfIsTaggedAndSaysItsLanguageAndTitle() throws IOException {
        try (var pdf = Loader.loadPDF(printer.pdf(paper(3, "")))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("vi");
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo("Về việc giao kế hoạch năm 2021");
            assertThat(pdf.getDocumentInformation().getTitle()).contains("Về việc giao kế hoạch năm 2021");
        }
    }

    @Test
    void whateverATextHoldsStaysText() throws IOException {
        try (var pdf = Loader.loadPDF(printer.pdf(paper(2, HOSTILE)));
                var docx = new XWPFDocument(new ByteArrayInputStream(printer.docx(paper(2, HOSTILE))))) {
            var read = docx.getParagraphs().stream().map(XWPFParagraph::getText).toList();

            assertThat(text(pdf).replaceAll("\\s+", " "))
                    .contains("<script>alert(1)</script> ${7*7} [[${paper}]] &lt; ]]>")
                    .doesNotContain("49");
            assertThat(String.join("\n", read)).contains("<script>alert(1)</script> ${7*7} [[${paper}]] &lt; ]]>");
        }
    }

    @Test
    void aTemplateLoadsNothing(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.css"), "body:before { content: 'SECRET' }");
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var there = "http://localhost:" + server.getAddress().getPort();
            var bytes = printer.pdf(
                    "sample/curious.xhtml",
                    Locale.ENGLISH,
                    Map.of("here", secret.toUri().toString(), "there", there));

            try (var pdf = Loader.loadPDF(bytes)) {
                assertThat(text(pdf)).contains("A curious page").doesNotContain("SECRET");
            }
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theWordDocumentHasTheSameHeadMarginsAndTable() throws IOException {
        try (var docx = new XWPFDocument(new ByteArrayInputStream(printer.docx(paper(500, ""))))) {
            var head = docx.getTables().getFirst().getText();
            assertThat(head)
                    .contains("THÀNH ỦY HÀ NỘI", "TRƯỜNG ĐÀO TẠO CÁN BỘ THÀNH PHỐ", "Số: …/QĐ-…")
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc");
            assertThat(docx.getTables().get(1).getText()).contains("Nơi nhận:", "- Lưu: VT.", "KT. HIỆU TRƯỞNG");
            assertThat(docx.getTables().get(2).getRows()).hasSize(502);
            assertThat(docx.getTables().get(2).getRow(0).isRepeatHeader()).isTrue();
            assertThat(docx.getStyles()
                            .getStyle("TEXT")
                            .getCTStyle()
                            .getPPr()
                            .getJc()
                            .getVal())
                    .isEqualTo(STJc.BOTH);
            assertThat(docx.getHeaderList().getFirst()._getHdrFtr().xmlText()).contains(" PAGE ");

            var annex = docx.getDocument().getBody().getSectPr();
            assertThat(annex.getPgSz().getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
            assertThat(annex.isSetTitlePg()).isTrue();
            // In twentieths of a point: 20, 30, 20, 15 mm.
            assertThat(List.of(
                            annex.getPgMar().getTop(),
                            annex.getPgMar().getLeft(),
                            annex.getPgMar().getBottom(),
                            annex.getPgMar().getRight()))
                    .map(Object::toString)
                    .containsExactly("1134", "1701", "1134", "850");
        }
    }

    @Test
    void aListIsPrintedAsItIsExported() throws IOException {
        var sheet = NewSheet.of(
                        "danh-sach",
                        List.of(
                                SheetColumn.text("name", "Tên").wide(40),
                                SheetColumn.number("count", "Số lớp"),
                                SheetColumn.date("day", "Ngày")),
                        IntStream.range(0, 120)
                                .mapToObj(i -> Arrays.asList("=1+1 " + HOSTILE, 1_234, LocalDate.of(2021, 3, 4)))
                                .toList())
                .titled("Kế hoạch năm 2021", "Lọc: /plans/2021?q=a", "Xuất lúc 04/05/2021 bởi Nguyễn Văn An");

        try (var pdf = Loader.loadPDF(
                printer.pdf(List.of(sheet, NewSheet.of("Lớp", sheet.columns(), List.of())), Locale.ENGLISH))) {
            assertThat(page(pdf, 1))
                    .contains("Kế hoạch năm 2021", "Lọc: /plans/2021?q=a", "Xuất lúc 04/05/2021 bởi Nguyễn Văn An")
                    .contains("=1+1 <script>", "Số lớp");
            assertThat(page(pdf, 2)).contains("Số lớp", "Xuất lúc", "2 / " + pdf.getNumberOfPages());
            assertThat(page(pdf, pdf.getNumberOfPages())).contains("Lớp");
            assertThat(fonts(pdf)).allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void theTotalsOfAListArePrintedInBold() throws IOException {
        var sheet = NewSheet.of(
                        "danh-sach",
                        List.of(SheetColumn.text("type", "Loại lớp"), SheetColumn.number("count", "Số lớp")),
                        List.of(List.of("Trung cấp", 3), List.of("Tổng cộng", 3)))
                .withSums(Set.of(1));

        try (var pdf = Loader.loadPDF(printer.pdf(List.of(sheet), Formats.VIETNAMESE))) {
            assertThat(boldLetters(pdf)).contains("Tổng cộng3").doesNotContain("Trung cấp");
        }
    }

    private static String boldLetters(PDDocument pdf) throws IOException {
        var letters = new StringBuilder();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (text.getFont().getName().contains("Bold")) {
                    letters.append(text.getUnicode());
                }
            }
        };
        stripper.getText(pdf);
        return letters.toString();
    }

    @Test
    void aListThatNobodyWouldReadOnPaperIsRefused() {
        var sheet = NewSheet.of(
                "danh-sach",
                List.of(SheetColumn.number("count", "Số lớp")),
                IntStream.range(0, 1_001).mapToObj(List::of).toList());

        assertThatThrownBy(() -> printer.pdf(List.of(sheet), Locale.ENGLISH)).isInstanceOf(InvalidInput.class);
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private static String page(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.setSortByPosition(true);
        return stripper.getText(pdf);
    }

    private static String firstLine(PDDocument pdf, int page) throws IOException {
        return page(pdf, page).strip().lines().findFirst().orElse("").strip();
    }

    private static List<PDFont> fonts(PDDocument pdf) throws IOException {
        var fonts = new ArrayList<PDFont>();
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    /** Left, top, right and bottom of the text on a page, in points. */
    private static float[] area(PDDocument pdf, int page) throws IOException {
        var area = new float[] {Float.MAX_VALUE, Float.MAX_VALUE, 0, 0};
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                area[0] = Math.min(area[0], text.getXDirAdj());
                area[1] = Math.min(area[1], text.getYDirAdj());
                area[2] = Math.max(area[2], text.getXDirAdj() + text.getWidthDirAdj());
                area[3] = Math.max(area[3], text.getYDirAdj());
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(pdf);
        return area;
    }
}
