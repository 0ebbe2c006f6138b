package vn.hocvu.platform.viewstore;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
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
import org.bson.Document;

/** The rows of one view in one generation: read by key, held while they are hot, written in one unordered bulk. */
final class RowStore<R> {

    private static final int HELD = 20_000;
    private static final int KEYS_A_READ = 1_000;
    private static final int ROWS_A_BULK = 1_000;

    private final View<Object, R> view;
    private final MongoCollection<Document> collection;
    private final boolean guarded;
    private final boolean startsEmpty;
    private final Map<String, StoredRow<R>> held = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, StoredRow<R>> dirty = new LinkedHashMap<>();

    RowStore(View<Object, R> view, MongoCollection<Document> collection, boolean guarded) {
        this.view = view;
        this.collection = collection;
        this.guarded = guarded;
        this.startsEmpty = collection.find().limit(1).first() == null;
    }

    View<Object, R> view() {
        return view;
    }

    /** Brings rows into memory; those that do not exist yet start empty. */
    void load(Collection<String> keys) {
        List<String> missing =
                keys.stream().filter(key -> !held.containsKey(key)).distinct().toList();
        Map<String, StoredRow<R>> found = new HashMap<>();
        if (!startsEmpty || !held.isEmpty()) {
            for (int from = 0; from < missing.size(); from += KEYS_A_READ) {
                List<String> some = missing.subList(from, Math.min(missing.size(), from + KEYS_A_READ));
                for (Document document : collection.find(Filters.in("_id", some))) {
                    found.put(document.getString("_id"), StoredRow.read(document, view.rowType()));
                }
            }
        }
        for (String key : missing) {
            StoredRow<R> row = found.get(key);
            held.put(key, row == null ? new StoredRow<>(view.empty(key), Map.of(), 0) : row);
        }
    }

    StoredRow<R> get(String key) {
        StoredRow<R> changed = dirty.get(key);
        if (changed != null) {
            return changed;
        }
        StoredRow<R> row = held.get(key);
        if (row == null) {
            load(List.of(key));
            return get(key);
        }
        return row;
    }

    void put(String key, StoredRow<R> row) {
        dirty.put(key, row);
    }

    Collection<String> dirtyKeys() {
        return dirty.keySet();
    }

    /**
     * Writes what has changed.
     *
     * @throws LeaseLost if somebody else has written one of the rows meanwhile
     */
    void write() {
        List<WriteModel<Document>> writes = new ArrayList<>(dirty.size());
        dirty.forEach((key, row) -> writes.add(model(key, row)));
        for (int from = 0; from < writes.size(); from += ROWS_A_BULK) {
            write(writes.subList(from, Math.min(writes.size(), from + ROWS_A_BULK)));
        }
        dirty.forEach((key, row) -> held.put(key, row.written()));
        dirty.clear();
        var eldest = held.keySet().iterator();
        while (held.size() > HELD) {
            eldest.next();
            eldest.remove();
        }
    }

    private WriteModel<Document> model(String key, StoredRow<R> row) {
        Document document = row.document(view, key);
        if (!guarded) {
            return new ReplaceOneModel<>(Filters.eq("_id", key), document, new ReplaceOptions().upsert(true));
        }
        return row.revision() == 0
                ? new InsertOneModel<>(document)
                : new ReplaceOneModel<>(
                        Filters.and(Filters.eq("_id", key), Filters.eq("rev", row.revision())), document);
    }

    private void write(List<WriteModel<Document>> writes) {
        try {
            BulkWriteResult result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            if (guarded && result.getMatchedCount() + result.getInsertedCount() < writes.size()) {
                throw new LeaseLost(view.name());
            }
        } catch (MongoBulkWriteException refused) {
            throw new LeaseLost(view.name(), refused);
        }
    }
}
