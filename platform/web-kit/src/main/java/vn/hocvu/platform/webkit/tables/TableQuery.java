package vn.hocvu.platform.webkit.tables;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.hocvu.platform.webkit.InvalidInput;

/**
 * What a reader asks of a list, taken from the address and nothing else:
 * {@code ?q=&status=OPENED&sort=startOn,desc&page=2&size=50}. Pages count from 1.
 */
public final class TableQuery {
    public static final List<Integer> SIZES = List.of(25, 50, 100);
    private static final int LONGEST_SEARCH = 100;
    private static final int LAST_PAGE = 100_000;

    private final TableShape shape;
    private final String path;
    private final @Nullable String q;
    private final Map<String, List<String>> filters;
    private final List<Sort> sorts;
    private final int page;
    private final int size;

    private TableQuery(
            TableShape shape,
            String path,
            @Nullable String q,
            Map<String, List<String>> filters,
            List<Sort> sorts,
            int page,
            int size) {
        this.shape = shape;
        this.path = path;
        this.q = q;
        this.filters = filters;
        this.sorts = sorts;
        this.page = page;
        this.size = size;
    }

    /**
     * Reads the address; what the shape does not know is ignored, except an unknown sort field.
     *
     * @throws InvalidInput if the sort field is unknown, or page or size is no number or out of bounds
     */
    public static TableQuery from(HttpServletRequest request, TableShape shape) {
        var filters = new LinkedHashMap<String, List<String>>();
        for (var field : shape.filters().stream().sorted().toList()) {
            var values = request.getParameterValues(field);
            if (values != null) {
                var chosen = Arrays.stream(values)
                        .filter(v -> !v.isBlank())
                        .distinct()
                        .toList();
                if (!chosen.isEmpty()) {
                    filters.put(field, chosen);
                }
            }
        }
        var sorts = shape.defaultSort();
        var wished = request.getParameterValues("sort");
        if (wished != null) {
            var parsed = Arrays.stream(wished)
                    .filter(s -> !s.isBlank())
                    .map(Sort::parse)
                    .toList();
            for (var sort : parsed) {
                if (!shape.sorts().contains(sort.field())) {
                    throw InvalidInput.of("sort", "error.sort", sort.field());
                }
            }
            sorts = parsed.isEmpty() ? sorts : parsed;
        }
        return new TableQuery(
                shape,
                request.getRequestURI(),
                search(request.getParameter("q")),
                filters,
                sorts,
                number(request, "page", 1, LAST_PAGE, 1),
                number(request, "size", 1, 100, 25));
    }

    /** What was typed into the search field, in Unicode form NFC; absent if nothing was. */
    public @Nullable String q() {
        return q;
    }

    /** Filters with exactly one value. */
    public Map<String, Object> equal() {
        var equal = new LinkedHashMap<String, Object>();
        filters.forEach((field, values) -> {
            if (values.size() == 1) {
                equal.put(field, values.getFirst());
            }
        });
        return equal;
    }

    /** Filters with several values, of which one must match. */
    public Map<String, List<?>> in() {
        var in = new LinkedHashMap<String, List<?>>();
        filters.forEach((field, values) -> {
            if (values.size() > 1) {
                in.put(field, values);
            }
        });
        return in;
    }

    /** First value of a filter, empty text if it is not set. */
    public String filter(String field) {
        var values = filters.get(field);
        return values == null ? "" : values.getFirst();
    }

    public Map<String, List<String>> filters() {
        return filters;
    }

    public boolean filtered() {
        return q != null || !filters.isEmpty();
    }

    public List<Sort> sorts() {
        return sorts;
    }

    /** From 1. */
    public int page() {
        return page;
    }

    public int size() {
        return size;
    }

    /** Rows before this page. */
    public int offset() {
        return (page - 1) * size;
    }

    /** Path of the list, without the query. */
    public String path() {
        return path;
    }

    /** "ascending", "descending" or "none", for {@code aria-sort}. */
    public String direction(String field) {
        if (sorts.isEmpty() || !sorts.getFirst().field().equals(field)) {
            return "none";
        }
        return sorts.getFirst().descending() ? "descending" : "ascending";
    }

    /** Address of the same list sorted by this field, the other way round if it already is. */
    public String sortUrl(String field) {
        return url(1, size, List.of(new Sort(field, direction(field).equals("ascending"))), null);
    }

    public String pageUrl(int number) {
        return url(number, size, sorts, null);
    }

    public String sizeUrl(int rows) {
        return url(1, rows, sorts, null);
    }

    /** Address of the same list as a file: {@code xlsx}, {@code csv}. */
    public String formatUrl(String format) {
        return url(1, size, sorts, format);
    }

    /** Page of a list whose rows are all at hand. */
    public <T> List<T> slice(List<T> rows) {
        return rows.subList(Math.min(offset(), rows.size()), Math.min(offset() + size, rows.size()));
    }

    /** What pager and caption need: this query with the number of matching rows. */
    public TablePage of(long total) {
        return new TablePage(this, total);
    }

    private String url(int toPage, int rows, List<Sort> order, @Nullable String format) {
        var to = UriComponentsBuilder.fromPath(path);
        var values = new LinkedHashMap<String, Object>();
        int index = 0;
        if (q != null) {
            to.queryParam("q", "{q}");
            values.put("q", q);
        }
        for (var filter : filters.entrySet()) {
            for (var value : filter.getValue()) {
                var name = "v" + index++;
                to.queryParam(filter.getKey(), "{" + name + "}");
                values.put(name, value);
            }
        }
        if (!order.equals(shape.defaultSort())) {
            for (var sort : order) {
                to.queryParam("sort", sort.toString());
            }
        }
        if (rows != 25) {
            to.queryParam("size", rows);
        }
        if (toPage > 1) {
            to.queryParam("page", toPage);
        }
        if (format != null) {
            to.queryParam("format", format);
        }
        return to.encode().buildAndExpand(values).toUriString();
    }

    private static @Nullable String search(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        return text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text;
    }

    private static int number(HttpServletRequest request, String name, int least, int most, int otherwise) {
        var text = request.getParameter(name);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw InvalidInput.of(name, "error.range", least, most);
        }
        throw InvalidInput.of(name, "error.range", least, most);
    }

    /** One sort wish. */
    public record Sort(String field, boolean descending) {
        /** Reads {@code field}, {@code field,asc} or {@code field,desc}. */
        public static Sort parse(String text) {
            var parts = text.split(",", 2);
            return new Sort(
                    parts[0].strip(), parts.length > 1 && parts[1].strip().equalsIgnoreCase("desc"));
        }

        @Override
        public String toString() {
            return descending ? field + ",desc" : field;
        }
    }
}
