package vn.hocvu.platform.webkit.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.papers.PaperTable.Column;
import vn.hocvu.platform.webkit.papers.PaperTable.Row;
import vn.hocvu.platform.webkit.sheets.NewSheet;
import vn.hocvu.platform.webkit.sheets.SheetColumn;

/** Reads a sheet as a table to be printed. */
final class SheetTable {
    private static final int NARROWEST = 8;

    private SheetTable() {}

    static PaperTable of(NewSheet sheet, Formats formats) {
        var rows = new ArrayList<Row>();
        for (var cells : sheet.rows()) {
            var texts = cells.stream().map(cell -> text(cell, formats)).toList();
            rows.add(sheet.sums().contains(rows.size()) ? Row.sum(1, texts) : Row.of(texts));
        }
        return new PaperTable(sheet.columns().stream().map(SheetTable::column).toList(), rows);
    }

    private static Column column(SheetColumn column) {
        int width = Math.max(NARROWEST, column.width());
        return column.kind() == SheetColumn.Kind.NUMBER
                ? Column.number(column.header(), width)
                : Column.text(column.header(), width);
    }

    private static String text(@Nullable Object cell, Formats formats) {
        return switch (cell) {
            case null -> "";
            case Number number -> formats.number(number);
            case LocalDate date -> formats.date(date);
            case Instant instant -> formats.time(instant);
            case LocalDateTime time -> formats.time(time);
            case List<?> several ->
                String.join(", ", several.stream().map(String::valueOf).toList());
            default -> cell.toString();
        };
    }
}
