package vn.hocvu.classes.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.classes.Classes;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

/** The list of classes as pages and programs ask for it: what may be sorted and filtered. */
@Component
class ClassList {
    private static final TableShape SHAPE = TableShape.sortedBy("classCode", "startOn", "status", "venueId", "enrolled")
            .filteredBy("classType", "status", "venueId", "planYear", "fundingSource", "planItemId")
            .firstBy("startOn,desc", "classCode");

    private final Classes classes;

    ClassList(Classes classes) {
        this.classes = classes;
    }

    TableQuery query(HttpServletRequest request) {
        return TableQuery.from(request, SHAPE);
    }

    /** @param code only the classes with exactly this code, absent for all */
    PageOf<ClassRow> page(HttpServletRequest request, @Nullable String code, Map<String, Object> within) {
        return page(query(request), code, within);
    }

    PageOf<ClassRow> page(TableQuery query, @Nullable String code, Map<String, Object> within) {
        var equal = new HashMap<>(query.equal());
        if (code != null) {
            equal.put("classCode", code);
        }
        return classes.page(within, equal, query.in(), query.q(), sorts(query), query.page() - 1, query.size());
    }

    private static List<Sort> sorts(TableQuery query) {
        return query.sorts().stream()
                .map(sort -> new Sort(sort.field(), sort.descending()))
                .toList();
    }
}
