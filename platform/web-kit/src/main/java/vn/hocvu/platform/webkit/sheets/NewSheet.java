package vn.hocvu.platform.webkit.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sheet to be written.
 *
 * @param name    name of the tab
 * @param title   lines above the header row: title, filter, time, requester
 * @param columns columns in order
 * @param rows    cell values in column order: text, numbers, dates, booleans or null
 * @param sums    positions among the rows, from 0, of sub-totals and totals; they stand out and are not sorted among the rest
 * @param notes   lines of a second tab with the rules, none if there is no such tab
 */
public record NewSheet(
        String name,
        List<String> title,
        List<SheetColumn> columns,
        Iterable<? extends List<?>> rows,
        Set<Integer> sums,
        List<String> notes) {
    public NewSheet {
        title = List.copyOf(title);
        columns = List.copyOf(columns);
        sums = Set.copyOf(sums);
        notes = List.copyOf(notes);
    }

    public static NewSheet of(String name, List<SheetColumn> columns, Iterable<? extends List<?>> rows) {
        return new NewSheet(name, List.of(), columns, rows, Set.of(), List.of());
    }

    public NewSheet titled(String... lines) {
        return new NewSheet(name, List.of(lines), columns, rows, sums, notes);
    }

    public NewSheet withSums(Set<Integer> positions) {
        return new NewSheet(name, title, columns, rows, positions, notes);
    }

    public NewSheet withNotes(List<String> lines) {
        return new NewSheet(name, title, columns, rows, sums, new ArrayList<>(lines));
    }
}
