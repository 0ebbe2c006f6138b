package vn.hocvu.platform.webkit.sheets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One data row as read.
 *
 * @param number row number as the spreadsheet shows it
 * @param cells  text by column name: stripped, NFC; dates as 31/12/2020; numbers without grouping
 */
public record SheetRow(int number, Map<String, String> cells) {
    public SheetRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Absent if the cell is empty. */
    public @Nullable String text(String column) {
        var text = cells.get(column);
        return text == null || text.isEmpty() ? null : text;
    }
}
