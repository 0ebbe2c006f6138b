package vn.hocvu.platform.viewstore;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.bson.Document;

/** The rows of one view in one generation: read by key, held while they are hot, written in one unordered bulk. */
final class RowStore<R> {

    private static final int KEYS_A_READ = 1_000;
    private static final int ROWS_A_BULK = 1_000;

    private final View<?, R> view;
    private final MongoCollection<Document> collection;
    private final boolean guarded;
    private final int held;
    private final Map<String, StoredRow<R>> rows = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, StoredRow<R>> dirty = new LinkedHashMap<>();
    /** True while everything that is stored is held, as at the start of a generation. */
    private boolean allHeld;

    RowStore(View<?, R> view, MongoCollection<Document> collection, boolean guarded, int held) {
        this.view = view;
        this.collection = collection;
        this.guarded = guarded;
        this.held = held;
        this.allHeld = collection.find().limit(1).first() == null;
    }

    /**
     * Brings rows into memory; those that do not exist yet start empty.
     *
     * @return why rows could not be read, by key
     */
    Map<String, RuntimeException> load(Collection<String> keys) {
        var missing = keys.stream().filter(key -> !rows.containsKey(key)).toList();
        var failures = new HashMap<String, RuntimeException>();
        if (!allHeld) {
            for (var from = 0; from < missing.size(); from += KEYS_A_READ) {
                var some = missing.subList(from, Math.min(missing.size(), from + KEYS_A_READ));
                for (var document : collection.find(Filters.in("_id", some))) {
                    read(document, failures);
                }
            }
        }
        for (var key : missing) {
            if (!rows.containsKey(key) && !failures.containsKey(key)) {
                rows.put(key, new StoredRow<>(view.empty(key)));
            }
        }
        return failures;
    }

    private void read(Document document, Map<String, RuntimeException> failures) {
        var key = document.getString("_id");
        try {
            rows.put(key, StoredRow.read(document, view.rowType()));
        } catch (RuntimeException unreadable) {
            failures.put(key, unreadable);
        }
    }

    StoredRow<R> get(String key) {
        var row = rows.get(key);
        if (row == null) {
            throw new IllegalStateException("row was not loaded: " + view.name());
        }
        return row;
    }

    void changed(String key, StoredRow<R> row) {
        dirty.put(key, row);
    }

    int dirty() {
        return dirty.size();
    }

    /** True if more rows are held than should be once they are written. */
    boolean isFull() {
        return rows.size() > 2 * held;
    }

    Collection<String> dirtyKeys() {
        return List.copyOf(dirty.keySet());
    }

    /**
     * Writes what has changed.
     *
     * @return rows that the server does not take, with the reason; they are no longer held
     * @throws LeaseLost if somebody else has written one of the rows meanwhile
     */
    Map<String, Refused> write() {
        var refused = new HashMap<String, Refused>();
        var entries = List.copyOf(dirty.entrySet());
        for (var from = 0; from < entries.size(); from += ROWS_A_BULK) {
            write(entries.subList(from, Math.min(entries.size(), from + ROWS_A_BULK)), refused);
        }
        dirty.clear();
        refused.keySet().forEach(rows::remove);
        trim();
        return refused;
    }

    private void trim() {
        var eldest = rows.keySet().iterator();
        while (rows.size() > held) {
            allHeld = false;
            eldest.next();
            eldest.remove();
        }
    }

    /** Finds a row that the server does not take by halving; all others are written. */
    private void write(List<Entry<String, StoredRow<R>>> entries, Map<String, Refused> refused) {
        try {
            bulk(entries);
            entries.forEach(entry -> entry.getValue().written());
        } catch (LeaseLost | MongoSocketException | MongoTimeoutException away) {
            throw away;
        } catch (RuntimeException failure) {
            if (entries.size() == 1) {
                var entry = entries.getFirst();
                var first = entry.getValue().firstUnwritten();
                if (first == null) {
                    throw failure;
                }
                refused.put(entry.getKey(), new Refused(first, failure));
                allHeld = false;
                return;
            }
            if (guarded && failure instanceof MongoBulkWriteException) {
                // Some of these rows may be written under their next revision; memory no longer tells which.
                throw failure;
            }
            var half = entries.size() / 2;
            write(entries.subList(0, half), refused);
            write(entries.subList(half, entries.size()), refused);
        }
    }

    /** A row that cannot be stored. */
    record Refused(Incoming first, RuntimeException failure) {}

    private void bulk(List<Entry<String, StoredRow<R>>> entries) {
        var writes = new ArrayList<WriteModel<Document>>(entries.size());
        entries.forEach(entry -> writes.add(model(entry.getKey(), entry.getValue())));
        try {
            var result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            if (guarded && result.getMatchedCount() + result.getInsertedCount() < writes.size()) {
                throw new LeaseLost(view.name());
            }
        } catch (MongoBulkWriteException refused) {
            if (guarded
                    && refused.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw new LeaseLost(view.name(), refused);
            }
            throw refused;
        }
    }

    private WriteModel<Document> model(String key, StoredRow<R> row) {
        var document = row.document(view, key);
        if (!guarded) {
            return new ReplaceOneModel<>(Filters.eq("_id", key), document, new ReplaceOptions().upsert(true));
        }
        return row.revision() == 0
                ? new InsertOneModel<>(document)
                : new ReplaceOneModel<>(
                        Filters.and(Filters.eq("_id", key), Filters.eq("rev", row.revision())), document);
    }
}
