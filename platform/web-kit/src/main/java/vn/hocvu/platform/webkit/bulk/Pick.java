package vn.hocvu.platform.webkit.bulk;

import vn.hocvu.platform.webkit.InvalidInput;

/**
 * A chosen row as the page showed it.
 *
 * @param key     what the row is about
 * @param version last sequence that the row showed
 */
public record Pick(String key, long version) {
    private static final char BETWEEN = '~';

    /** As the check-box of the row says it. */
    public String value() {
        return key + BETWEEN + version;
    }

    static Pick of(String value) {
        int at = value.lastIndexOf(BETWEEN);
        if (at < 1 || !value.substring(at + 1).matches("-?[0-9]{1,18}")) {
            throw InvalidInput.of(Bulk.ROW, "error.value");
        }
        return new Pick(value.substring(0, at), Long.parseLong(value.substring(at + 1)));
    }
}
