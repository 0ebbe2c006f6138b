package vn.hocvu.reporting.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.papers.Printer;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** Hands out what a page shows as a file that says what was asked, when, and by whom. */
@Component
class Exports {
    private static final String XLSX = "xlsx";
    private static final String CSV = "csv";
    private static final String PDF = "pdf";
    private static final MediaType CSV_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Sheets sheets;
    private final Printer printer;
    private final Words words;
    private final Formats formats;
    private final Questions questions;
    private final CurrentActor actor;

    Exports(Sheets sheets, Printer printer, Words words, Formats formats, Questions questions, CurrentActor actor) {
        this.sheets = sheets;
        this.printer = printer;
        this.words = words;
        this.formats = formats;
        this.questions = questions;
        this.actor = actor;
    }

    /**
     * One table of a file.
     *
     * @param filter what was asked for, in words
     */
    NewSheet sheet(String title, String filter, List<SheetColumn> columns, List<? extends List<?>> rows) {
        return NewSheet.of(title, columns, rows)
                .titled(
                        title,
                        words.text("export.filter", filter),
                        words.text(
                                "export.made",
                                formats.time(questions.now()),
                                actor.get().userId()));
    }

    /** The tables as a workbook with one tab each, or below each other as CSV or PDF. */
    ResponseEntity<byte[]> answer(String name, String format, List<NewSheet> tables) {
        return switch (format) {
            case XLSX -> file(name + ".xlsx", MediaType.parseMediaType(Sheets.CONTENT_TYPE), sheets.write(tables));
            case CSV -> file(name + ".csv", CSV_TYPE, sheets.csv(tables));
            case PDF ->
                file(name + ".pdf", MediaType.APPLICATION_PDF, printer.pdf(tables, LocaleContextHolder.getLocale()));
            default -> throw InvalidInput.of("format", "error.choice");
        };
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
