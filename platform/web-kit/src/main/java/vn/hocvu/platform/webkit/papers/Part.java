package vn.hocvu.platform.webkit.papers;

import org.jspecify.annotations.Nullable;

/**
 * One paragraph or table of a paper.
 *
 * @param head  words in bold before the text of an article, "Điều 1."
 * @param table only in a part that is a table
 */
public record Part(
        Kind kind,
        @Nullable String head,
        String text,
        @Nullable PaperTable table) {
    /** How a part stands on the page. */
    public enum Kind {
        /** Who decides: bold, upper case, centred. */
        AUTHORITY,
        /** What it rests on: italic. */
        GROUND,
        /** Justified, first line set in. */
        TEXT,
        /** A numbered article, its number in bold. */
        ARTICLE,
        TABLE
    }

    public static Part authority(String text) {
        return new Part(Kind.AUTHORITY, null, text, null);
    }

    public static Part ground(String text) {
        return new Part(Kind.GROUND, null, text, null);
    }

    public static Part text(String text) {
        return new Part(Kind.TEXT, null, text, null);
    }

    public static Part article(String head, String text) {
        return new Part(Kind.ARTICLE, head, text, null);
    }

    public static Part table(PaperTable table) {
        return new Part(Kind.TABLE, null, "", table);
    }
}
