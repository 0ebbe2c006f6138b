package vn.hocvu.planning.web;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.papers.Printer;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** Hands out what a page shows as a file that says what was asked for, when, and by whom. */
@Component
class SheetFiles {

    private final Sheets sheets;
    private final Printer printer;
    private final Words words;
    private final Formats formats;
    private final CurrentActor person;

    SheetFiles(Sheets sheets, Printer printer, Words words, Formats formats, CurrentActor person) {
        this.sheets = sheets;
        this.printer = printer;
        this.words = words;
        this.formats = formats;
        this.person = person;
    }

    /**
     * One table of a file.
     *
     * @param asked address of the list
     */
    NewSheet table(String title, String asked, List<SheetColumn> columns, List<? extends List<?>> rows) {
        return NewSheet.of(title, columns, rows)
                .titled(
                        title,
                        words.text("export.filter", asked),
                        words.text("export.by", formats.time(formats.now()), person.name()));
    }

    /**
     * The tables as a workbook with one tab each, or below each other as CSV or PDF.
     *
     * @param format {@code csv} or {@code pdf}, otherwise .xlsx
     */
    ResponseEntity<byte[]> answer(String name, String format, List<NewSheet> tables) {
        return switch (format) {
            case "csv" -> file(name + ".csv", "text/csv;charset=UTF-8", sheets.csv(tables));
            case "pdf" ->
                file(
                        name + ".pdf",
                        MediaType.APPLICATION_PDF_VALUE,
                        printer.pdf(tables, LocaleContextHolder.getLocale()));
            default -> file(name + ".xlsx", Sheets.CONTENT_TYPE, sheets.write(tables));
        };
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(content);
    }
}
