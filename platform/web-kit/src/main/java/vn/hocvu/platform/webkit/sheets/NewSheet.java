package vn.hocvu.platform.webkit.sheets;

import java.util.ArrayList;
import java.util.List;

/**
 * A sheet to be written.
 *
 * @param name    name of the tab
 * @param title   lines above the header row: title, filter, time, requester
 * @param columns columns in order
 * @param rows    cell values in column order: text, numbers, dates, booleans or null
 * @param notes   lines of a second tab with the rules, none if there is no such tab
 */
public record NewSheet(
        String name,
        List<String> title,
        List<SheetColumn> columns,
        Iterable<? extends List<?>> rows,
        List<String> notes) {
    public NewSheet {
        title = List.copyOf(title);
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    public static NewSheet of(String name, List<SheetColumn> columns, Iterable<? extends List<?>> rows) {
        return new NewSheet(name, List.of(), columns, rows, List.of());
    }

    public NewSheet titled(String... lines) {
        return new NewSheet(name, List.of(lines), columns, rows, notes);
    }

    public NewSheet withNotes(List<String> lines) {
        return new NewSheet(name, title, columns, rows, new ArrayList<>(lines));
    }
}
