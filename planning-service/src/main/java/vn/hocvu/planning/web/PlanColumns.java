package vn.hocvu.planning.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.hocvu.platform.webkit.tables.TableQuery;

/**
 * The columns of the item list that the address asks for; the number of the item is always among them. What is exported
 * is what is seen.
 */
public record PlanColumns(Set<String> shown) {
    /** Field of the address with the wished columns. */
    static final String FIELD = "columns";

    private static final List<String> TEXTS =
            List.of("classType", "category", "studyMode", "fundingSource", "venue", "requester", "period");
    private static final List<String> ALL = List.of(
            "classType",
            "category",
            "studyMode",
            "fundingSource",
            "venue",
            "requester",
            "period",
            "quotaClasses",
            "quotaLearners",
            "granted",
            "opened",
            "enrolled",
            "unfulfilled",
            "remaining",
            "state");
    private static final Set<String> LEFT_OUT = Set.of("category", "studyMode", "period", "enrolled");

    public PlanColumns {
        shown = Set.copyOf(shown);
    }

    static PlanColumns of(TableQuery query) {
        var wished = query.filters().get(FIELD);
        var shown = new LinkedHashSet<>(ALL);
        if (wished == null) {
            shown.removeAll(LEFT_OUT);
        } else {
            shown.retainAll(Set.copyOf(wished));
        }
        return new PlanColumns(shown);
    }

    public boolean has(String column) {
        return shown.contains(column);
    }

    /** Every column there is, in order. */
    public List<String> all() {
        return ALL;
    }

    /** Columns before the first number. */
    public int texts() {
        return 1 + (int) TEXTS.stream().filter(this::has).count();
    }
}
