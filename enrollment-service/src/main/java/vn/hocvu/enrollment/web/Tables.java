package vn.hocvu.enrollment.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.webkit.tables.TableQuery;

/** From what a reader asks of a list to what a view is asked. */
final class Tables {
    private Tables() {}

    /** The page asked for, of rows within the given limits. */
    static RowQuery page(TableQuery query, Map<String, Object> within) {
        var equal = new LinkedHashMap<String, Object>(query.equal());
        equal.putAll(within);
        return new RowQuery(
                equal,
                query.in(),
                query.q(),
                query.sorts().stream()
                        .map(s -> new Sort(s.field(), s.descending()))
                        .toList(),
                query.page() - 1,
                query.size());
    }

    /** The same query, with a field limited to these values. */
    static RowQuery in(RowQuery query, String field, List<String> values) {
        var in = new LinkedHashMap<String, Collection<?>>(query.in());
        in.put(field, values);
        var equal = new LinkedHashMap<>(query.equal());
        equal.remove(field);
        return new RowQuery(equal, in, query.text(), query.sort(), query.page(), query.size());
    }

    /** The same query, with a field of yes or no read as such. */
    static RowQuery booleans(RowQuery query, String field) {
        var equal = new LinkedHashMap<>(query.equal());
        equal.computeIfPresent(field, (name, value) -> Boolean.valueOf(value.toString()));
        return new RowQuery(equal, query.in(), query.text(), query.sort(), query.page(), query.size());
    }
}
