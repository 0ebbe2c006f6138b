package vn.hocvu.platform.viewstore;

/** One sort criterion: a field of the row or of its index. */
public record Sort(String field, boolean descending) {

    public static Sort ascending(String field) {
        return new Sort(field, false);
    }

    public static Sort descending(String field) {
        return new Sort(field, true);
    }
}
