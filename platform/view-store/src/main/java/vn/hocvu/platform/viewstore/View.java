package vn.hocvu.platform.viewstore;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;

/**
 * A fold of facts into rows: which rows a fact touches, and how. Everything else (loading, batching, guarding, writing,
 * rebuilding) is the platform's.
 *
 * @param <F> common type of the facts' bodies
 * @param <R> the row, a record that Jackson can write and read
 */
public interface View<F, R> {

    /** Name of the view and of its collection: lower case letters, digits and hyphens. */
    String name();

    Class<R> rowType();

    /** Common type of the bodies; facts of other types never reach this view. */
    Class<F> factType();

    /** Keys of the rows that the fact touches; empty if it concerns none. */
    Set<String> keys(Fact<F> fact);

    /** The row before its first fact. */
    R empty(String key);

    /** The row after the fact: a pure function. */
    R after(R row, Fact<F> fact);

    /** Further fields stored beside the row for filter, sort and search ({@code search} holds folded text). */
    default Map<String, Object> index(R row) {
        return Map.of();
    }

    /**
     * The ways in which the lists of a view with many rows are read: fields that are asked for first, then those of the
     * order. The server keeps an index for each; what is answered never depends on it, and some servers keep none.
     */
    default List<List<Sort>> indexes() {
        return List.of();
    }

    /** Raised by whoever changes the meaning of a row: a new version is folded anew. */
    default int version() {
        return 1;
    }

    default ViewSource source() {
        return ViewSource.OWN_STORE;
    }
}
