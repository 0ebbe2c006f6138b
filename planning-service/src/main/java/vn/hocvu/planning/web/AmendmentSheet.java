package vn.hocvu.planning.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.TimelineEntry.Change;
import vn.hocvu.platform.webkit.sheets.SheetColumn;

/** The list of amendments as a file: what is exported is what is seen. */
@Component
class AmendmentSheet {
    private final SheetFiles files;
    private final Words words;

    AmendmentSheet(SheetFiles files, Words words) {
        this.files = files;
        this.words = words;
    }

    /**
     * @param asked  address of the list
     * @param format {@code csv} or {@code pdf}, otherwise .xlsx
     */
    ResponseEntity<byte[]> file(String asked, List<AmendmentLine> lines, String format) {
        var table = files.table(
                words.text("amendments.title"),
                asked,
                columns(),
                lines.stream().map(this::cells).toList());
        return files.answer("dieu-chinh-ke-hoach", format, List.of(table));
    }

    private List<SheetColumn> columns() {
        return List.of(
                text("amendment.id"),
                text("amendment.kind"),
                text("plan.item.itemId"),
                text("amendment.changes").wide(60),
                SheetColumn.number("classes", words.text("amendment.classes")),
                SheetColumn.number("learners", words.text("amendment.learners")),
                text("amendment.reason").wide(40),
                text("amendment.document").wide(40),
                text("amendment.proposer"),
                SheetColumn.date("effectiveOn", words.text("plan.effectiveOn")),
                text("amendment.state"));
    }

    private List<?> cells(AmendmentLine line) {
        return Arrays.asList(
                line.amendmentId(),
                words.code("amendmentKind", line.kind()),
                line.itemId(),
                line.changes().stream().map(this::change).collect(Collectors.joining("; ")),
                line.classes(),
                line.learners(),
                line.reason(),
                line.document(),
                line.row().proposer(),
                line.effectiveOn(),
                words.code("amendmentState", line.state()));
    }

    /** "Chỉ tiêu lớp: 3 → 4". */
    private String change(Change change) {
        return words.text(
                "amendment.change",
                change.label(),
                change.before() == null ? "–" : change.before(),
                change.after() == null ? "–" : change.after());
    }

    private SheetColumn text(String key) {
        return SheetColumn.text(key, words.text(key));
    }
}
