package vn.hocvu.platform.webkit.papers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.sheets.NewSheet;

/** Prints papers, lists and reports. Whatever their texts hold stays text, and nothing is loaded from elsewhere. */
public final class Printer {
    /** Media type of .pdf files. */
    public static final String PDF = "application/pdf";
    /** Media type of .docx files. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

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

    /** A list as PDF: what the same sheet holds as .xlsx, on pages that lie on their side. */
    public byte[] pdf(NewSheet sheet, Locale language) {
        return pdf(
                "papers/list.xhtml",
                language,
                Map.of(
                        "title",
                                sheet.title().isEmpty()
                                        ? sheet.name()
                                        : sheet.title().getFirst(),
                        "lines",
                                sheet.title().isEmpty()
                                        ? List.of()
                                        : sheet.title().subList(1, sheet.title().size()),
                        "table", SheetTable.of(sheet, formats)));
    }
}
