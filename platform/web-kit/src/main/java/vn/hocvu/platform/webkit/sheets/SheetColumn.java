package vn.hocvu.platform.webkit.sheets;

import java.util.List;

/**
 * One column of a sheet.
 *
 * @param name     stable name, as in {@link SheetRow#text}
 * @param header   text in the header row
 * @param kind     what the cells hold
 * @param width    in characters
 * @param choices  values offered as a drop-down list, none for free input
 * @param required whether a row without it is wrong
 */
public record SheetColumn(String name, String header, Kind kind, int width, List<String> choices, boolean required) {
    public SheetColumn {
        choices = List.copyOf(choices);
    }

    /** What the cells of a column hold. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    public static SheetColumn text(String name, String header) {
        return new SheetColumn(name, header, Kind.TEXT, 20, List.of(), false);
    }

    public static SheetColumn number(String name, String header) {
        return new SheetColumn(name, header, Kind.NUMBER, 12, List.of(), false);
    }

    public static SheetColumn date(String name, String header) {
        return new SheetColumn(name, header, Kind.DATE, 12, List.of(), false);
    }

    public SheetColumn wide(int characters) {
        return new SheetColumn(name, header, kind, characters, choices, required);
    }

    public SheetColumn oneOf(List<String> values) {
        return new SheetColumn(name, header, kind, width, values, required);
    }

    public SheetColumn must() {
        return new SheetColumn(name, header, kind, width, choices, true);
    }
}
