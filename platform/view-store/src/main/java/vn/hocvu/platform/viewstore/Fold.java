package vn.hocvu.platform.viewstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hocvu.platform.eventstream.Fact;

/** Folds batches of facts into the rows of one generation of a feed's views. Not for use by several threads. */
final class Fold {

    private final List<RowStore<?>> stores = new ArrayList<>();

    Fold(Server server, List<View<?, ?>> views, int generation) {
        for (View<?, ?> view : views) {
            stores.add(store(server, view, generation));
        }
    }

    @SuppressWarnings("unchecked") // a view only ever gets facts of its own type, see concerns()
    private static <R> RowStore<R> store(Server server, View<?, R> view, int generation) {
        return new RowStore<>(
                (View<Object, R>) view,
                server.database().getCollection(Generations.collection(view.name(), generation)),
                server.guarded());
    }

    /** Reads at once all rows that the facts will touch. */
    void prepare(List<Fact<?>> facts) {
        for (RowStore<?> store : stores) {
            Set<String> keys = new HashSet<>();
            for (Fact<?> fact : facts) {
                keys.addAll(keys(store.view(), fact));
            }
            store.load(keys);
        }
    }

    /**
     * Applies one fact to all rows it touches, or to none.
     *
     * @return how many rows it changed; 0 if all had seen it, or none is concerned
     * @throws RuntimeException whatever a view threw: then no row is changed
     */
    int apply(Fact<?> fact) {
        Map<RowStore<?>, Map<String, StoredRow<?>>> changes = new HashMap<>();
        int changed = 0;
        for (RowStore<?> store : stores) {
            Map<String, StoredRow<?>> rows = changed(store, fact);
            changes.put(store, rows);
            changed += rows.size();
        }
        changes.forEach(Fold::put);
        return changed;
    }

    @SuppressWarnings("unchecked") // the view's own rows, see store()
    private static <R> Map<String, StoredRow<?>> changed(RowStore<R> store, Fact<?> fact) {
        Map<String, StoredRow<?>> rows = new LinkedHashMap<>();
        for (String key : keys(store.view(), fact)) {
            StoredRow<R> row = store.get(key);
            if (!row.hasSeen(fact)) {
                rows.put(key, row.after(store.view(), (Fact<Object>) fact));
            }
        }
        return rows;
    }

    @SuppressWarnings("unchecked") // rows computed from this very store a moment ago
    private static <R> void put(RowStore<R> store, Map<String, StoredRow<?>> rows) {
        rows.forEach((key, row) -> store.put(key, (StoredRow<R>) row));
    }

    @SuppressWarnings("unchecked") // the type is checked first
    private static <R> Set<String> keys(View<Object, R> view, Fact<?> fact) {
        return view.factType().isInstance(fact.body()) ? view.keys((Fact<Object>) fact) : Set.of();
    }

    /** Writes all changed rows and tells which. */
    ViewsAdvanced write() {
        Set<String> views = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (RowStore<?> store : stores) {
            if (!store.dirtyKeys().isEmpty()) {
                views.add(store.view().name());
                keys.addAll(store.dirtyKeys());
                store.write();
            }
        }
        return new ViewsAdvanced(views, keys);
    }
}
