package vn.hocvu.platform.webkit.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a list may be sorted and filtered by: the white list for its address.
 *
 * @param sorts       sortable fields
 * @param filters     fields that may be filtered by equality
 * @param defaultSort order without a wish of the reader, for example {@code startOn,desc}
 */
public record TableShape(Set<String> sorts, Set<String> filters, List<TableQuery.Sort> defaultSort) {
    public TableShape {
        sorts = Set.copyOf(sorts);
        filters = Set.copyOf(filters);
        defaultSort = List.copyOf(defaultSort);
    }

    public static TableShape sortedBy(String... fields) {
        return new TableShape(Set.of(fields), Set.of(), List.of());
    }

    public TableShape filteredBy(String... fields) {
        return new TableShape(sorts, Set.of(fields), defaultSort);
    }

    /** Order without a wish of the reader, each {@code field} or {@code field,desc}. */
    public TableShape firstBy(String... orders) {
        var first = new ArrayList<TableQuery.Sort>();
        for (var order : orders) {
            first.add(TableQuery.Sort.parse(order));
        }
        return new TableShape(sorts, filters, first);
    }
}
