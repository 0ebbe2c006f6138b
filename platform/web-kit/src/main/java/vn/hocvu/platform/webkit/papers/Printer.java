package vn.hocvu.platform.webkit.papers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.sheets.NewSheet;

/** Prints papers, lists and reports. Whatever their texts hold stays text, and nothing is loaded from elsewhere. */
public final class Printer {
    /** Media type of .pdf files. */
    public static final String PDF = "application/pdf";
    /** Media type of .docx files. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final int MOST_ROWS = 1_000;

    private final PaperTemplates templates;
    private final PdfPages pages = new PdfPages();
    private final Formats formats;

    Printer(PaperTemplates templates, Formats formats) {
        this.templates = templates;
        this.formats = formats;
    }

    /**
     * Any other report as PDF.
     *
     * @param template path below {@code templates/}, a well-formed XHTML page with its style in its head
     * @param language that its messages are in
     */
    public byte[] pdf(String template, Locale language, Map<String, ?> values) {
        return pages.of(templates.fill(template, language, values));
    }

    /** An official paper as PDF. */
    public byte[] pdf(Paper paper) {
        return pdf("papers/paper.xhtml", Formats.VIETNAMESE, Map.of("paper", paper));
    }

    /** An official paper to be edited and signed. */
    public byte[] docx(Paper paper) {
        return new DocxFile(templates).of(paper);
    }

    /**
     * Lists as PDF: what the same sheets hold as .xlsx, below each other on pages that lie on their side.
     *
     * @throws InvalidInput if there are more than 1,000 rows: nobody reads so many on paper, and laying them out takes minutes
     */
    public byte[] pdf(List<NewSheet> sheets, Locale language) {
        var lists = sheets.stream().map(this::printed).toList();
        if (lists.stream().mapToInt(list -> list.table().rows().size()).sum() > MOST_ROWS) {
            throw InvalidInput.of("format", "error.tooLongForPdf", MOST_ROWS);
        }
        return pdf("papers/list.xhtml", language, Map.of("lists", lists));
    }

    /** A list as the template prints it. */
    record PrintedList(String title, List<String> lines, PaperTable table) {}

    private PrintedList printed(NewSheet sheet) {
        var words = sheet.title();
        return new PrintedList(
                words.isEmpty() ? sheet.name() : words.getFirst(),
                words.isEmpty() ? List.of() : words.subList(1, words.size()),
                SheetTable.of(sheet, formats));
    }
}
