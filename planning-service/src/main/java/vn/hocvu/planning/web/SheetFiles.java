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

/** Hands a list out as a file that says what was asked for, when, and by whom. */
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
     * @param asked  address of the list
     * @param format {@code csv} or {@code pdf}, otherwise .xlsx
     */
    ResponseEntity<byte[]> file(
            String name,
            String title,
            String asked,
            List<SheetColumn> columns,
            List<? extends List<?>> cells,
            String format) {
        var sheet = NewSheet.of(name, columns, cells)
                .titled(
                        title,
                        words.text("export.filter", asked),
                        words.text("export.by", formats.time(formats.now()), person.name()));
        return switch (format) {
            case "csv" -> file(name + ".csv", "text/csv;charset=UTF-8", sheets.csv(sheet));
            case "pdf" ->
                file(
                        name + ".pdf",
                        MediaType.APPLICATION_PDF_VALUE,
                        printer.pdf(List.of(sheet), LocaleContextHolder.getLocale()));
            default -> file(name + ".xlsx", Sheets.CONTENT_TYPE, sheets.write(sheet));
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
