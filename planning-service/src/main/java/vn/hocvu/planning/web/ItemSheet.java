package vn.hocvu.planning.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;
import vn.hocvu.platform.webkit.sheets.Sheets;

/** The item list as a file: what is exported is what is seen. */
@Component
class ItemSheet {
    private final Sheets sheets;
    private final Words words;
    private final Formats formats;
    private final CurrentActor person;

    ItemSheet(Sheets sheets, Words words, Formats formats, CurrentActor person) {
        this.sheets = sheets;
        this.words = words;
        this.formats = formats;
        this.person = person;
    }

    /**
     * @param format {@code csv}, otherwise .xlsx
     */
    ResponseEntity<byte[]> file(String name, String title, String filter, List<ItemLine> lines, String format) {
        var sheet = NewSheet.of(name, columns(), lines.stream().map(this::cells).toList())
                .titled(
                        title,
                        words.text("export.filter", filter),
                        words.text("export.by", formats.time(formats.now()), person.name()));
        boolean csv = format.equals("csv");
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + (csv ? ".csv" : ".xlsx"))
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, csv ? "text/csv;charset=UTF-8" : Sheets.CONTENT_TYPE)
                .body(csv ? sheets.csv(sheet) : sheets.write(sheet));
    }

    private List<SheetColumn> columns() {
        return List.of(
                text("itemId"),
                text("classType").wide(30),
                text("category"),
                text("fundingSource"),
                text("fundingOrgId"),
                text("requesterOrgId").wide(30),
                text("venueType"),
                text("venueId"),
                number("quotaClasses"),
                number("quotaLearners"),
                number("ambiguousValue"),
                number("granted"),
                number("opened"),
                number("enrolled"),
                number("unfulfilled"),
                number("remaining"),
                text("state"));
    }

    private List<?> cells(ItemLine line) {
        return Arrays.asList(
                line.itemId(),
                words.code("classType", line.classType()),
                words.code("category", line.category()),
                words.code("fundingSource", line.fundingSource()),
                line.payer(),
                line.requester(),
                words.code("venueType", line.venueType()),
                line.venue(),
                line.quotaClasses(),
                line.quotaLearners(),
                line.ambiguousValue(),
                line.granted(),
                line.opened(),
                line.enrolled(),
                line.unfulfilled(),
                line.remaining(),
                words.code("planItemState", line.state()));
    }

    private SheetColumn text(String field) {
        return SheetColumn.text(field, words.text("plan.item." + field));
    }

    private SheetColumn number(String field) {
        return SheetColumn.number(field, words.text("plan.item." + field));
    }
}
