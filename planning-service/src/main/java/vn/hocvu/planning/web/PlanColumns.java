package vn.hocvu.planning.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the item list that somebody has chosen; the number of the item is always among them. What is exported is
 * what is seen.
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

    /** Those wished for, in so far as there are such; without a wish, the usual ones. */
    static PlanColumns of(@Nullable List<String> wished) {
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

    /** The shown ones in the order of the list. */
    List<String> inOrder() {
        return ALL.stream().filter(this::has).toList();
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
