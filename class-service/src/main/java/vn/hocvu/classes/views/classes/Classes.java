package vn.hocvu.classes.views.classes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Sort;
import vn.hocvu.platform.viewstore.Views;

/** Finds classes. */
public final class Classes {
    private final Rows<ClassRow> rows;

    public Classes(Views views) {
        this.rows = views.rows(ClassesView.class);
    }

    public Optional<ClassRow> find(String classId) {
        return rows.find(classId).filter(row -> row.proposal() != null);
    }

    /**
     * One page of classes.
     *
     * @param within fields every row must have: the reader's scope
     * @param page   from 0
     */
    public PageOf<ClassRow> page(
            Map<String, Object> within,
            Map<String, Object> equal,
            Map<String, List<?>> in,
            @Nullable String text,
            List<Sort> sort,
            int page,
            int size) {
        var all = new HashMap<>(equal);
        for (var field : within.entrySet()) {
            var wished = all.put(field.getKey(), field.getValue());
            if (wished != null && !wished.equals(field.getValue())) {
                return new PageOf<>(List.of(), 0, page, size);
            }
        }
        return rows.page(new RowQuery(all, in, text, sort, page, size));
    }

    /** Classes that wait for one of these roles, earliest planned start first. */
    public List<ClassRow> waitingFor(Set<String> roles, Map<String, Object> within) {
        var tasks = java.util.Arrays.stream(ClassTask.values())
                .filter(task -> task.roles().stream().anyMatch(roles::contains))
                .map(ClassTask::name)
                .toList();
        if (tasks.isEmpty()) {
            return List.of();
        }
        var query = new RowQuery(within, Map.of("task", tasks), null, List.of(Sort.ascending("startOn")), 0, 500);
        return rows.page(query).rows();
    }
}
