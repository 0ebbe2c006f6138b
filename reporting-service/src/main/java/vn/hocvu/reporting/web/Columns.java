package vn.hocvu.reporting.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.platform.webkit.sheets.SheetColumn;

/** Columns of files under the heads that the page has. */
@Component
class Columns {
    private final Words words;

    Columns(Words words) {
        this.words = words;
    }

    /** A column of words; its head is the message of that key. */
    SheetColumn text(String key) {
        return SheetColumn.text(key, words.text(key));
    }

    /** A column of numbers. */
    SheetColumn number(String key) {
        return SheetColumn.number(key, words.text(key));
    }

    /** A column of days. */
    SheetColumn date(String key) {
        return SheetColumn.date(key, words.text(key));
    }

    /** Absent values stay empty cells. */
    static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
