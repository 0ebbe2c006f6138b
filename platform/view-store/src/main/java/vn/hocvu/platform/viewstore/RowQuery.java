package vn.hocvu.platform.viewstore;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question about a view's rows. Fields are those of the index, else those of the row.
 *
 * @param equal fields that must have the value
 * @param in    fields that must have one of the values
 * @param text  words that must occur in the index field {@code search}, whatever case and diacritics
 * @param page  from 0
 * @param size  rows a page, 1 to 20,000
 * @param range a field that must lie between two numbers, absent if none must
 */
public record RowQuery(
        Map<String, Object> equal,
        Map<String, ? extends Collection<?>> in,
        @Nullable String text,
        List<Sort> sort,
        int page,
        int size,
        @Nullable Range range) {

    /** A field that must lie between two numbers, both included; each may be open. */
    public record Range(
            String field, @Nullable Long from, @Nullable Long until) {}

    public RowQuery(
            Map<String, Object> equal,
            Map<String, ? extends Collection<?>> in,
            @Nullable String text,
            List<Sort> sort,
            int page,
            int size) {
        this(equal, in, text, sort, page, size, null);
    }

    /** The same with a field between two numbers. */
    public RowQuery between(String field, @Nullable Long from, @Nullable Long until) {
        return new RowQuery(equal, in, text, sort, page, size, new Range(field, from, until));
    }

    public RowQuery {
        if (page < 0 || size < 1 || size > 20_000) {
            throw new IllegalArgumentException("page from 0, size 1 to 20000, was " + page + " and " + size);
        }
        equal = Map.copyOf(equal);
        in = Map.copyOf(in);
        sort = List.copyOf(sort);
    }

    /** Every row, in the order of the given sort. */
    public static RowQuery all(Sort... sort) {
        return new RowQuery(Map.of(), Map.of(), null, List.of(sort), 0, 20_000);
    }

    /** Rows whose field has the value. */
    public static RowQuery where(String field, Object value, Sort... sort) {
        return new RowQuery(Map.of(field, value), Map.of(), null, List.of(sort), 0, 20_000);
    }
}
