package vn.hocvu.platform.viewstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The last sequence that was folded of every origin: what comes next must be one higher. */
final class Sequences {

    private static final int HELD = 100_000;
    private static final int A_TIME = 1_000;

    private final MongoCollection<Document> collection;
    private final Map<String, Long> held = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Long> dirty = new HashMap<>();
    /** True while everything that is stored is held, as at the start of a generation. */
    private boolean allHeld;

    Sequences(MongoCollection<Document> collection) {
        this.collection = collection;
        this.allHeld = collection.find().limit(1).first() == null;
    }

    void load(Collection<String> origins) {
        var missing =
                origins.stream().filter(origin -> !held.containsKey(origin)).toList();
        missing.forEach(origin -> held.put(origin, dirty.getOrDefault(origin, -1L)));
        if (allHeld) {
            return;
        }
        for (var from = 0; from < missing.size(); from += A_TIME) {
            var some = missing.subList(from, Math.min(missing.size(), from + A_TIME));
            for (var document : collection.find(Filters.in("_id", some))) {
                held.merge(document.getString("_id"), document.getLong("seq"), Math::max);
            }
        }
    }

    /** -1 if nothing was folded yet. */
    long last(String origin) {
        return held.getOrDefault(origin, -1L);
    }

    void passed(String origin, long sequence) {
        held.put(origin, sequence);
        dirty.put(origin, sequence);
    }

    void write() {
        var writes = new ArrayList<ReplaceOneModel<Document>>(dirty.size());
        dirty.forEach((origin, sequence) -> writes.add(new ReplaceOneModel<>(
                Filters.eq("_id", origin),
                new Document("_id", origin).append("seq", sequence),
                new ReplaceOptions().upsert(true))));
        for (var from = 0; from < writes.size(); from += A_TIME) {
            collection.bulkWrite(
                    List.copyOf(writes.subList(from, Math.min(writes.size(), from + A_TIME))),
                    new BulkWriteOptions().ordered(false));
        }
        dirty.clear();
        var eldest = held.keySet().iterator();
        while (held.size() > HELD) {
            allHeld = false;
            eldest.next();
            eldest.remove();
        }
    }
}
