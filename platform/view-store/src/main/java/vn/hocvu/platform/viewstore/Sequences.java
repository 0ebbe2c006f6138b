package vn.hocvu.platform.viewstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
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

/** The last sequence that was folded of every source aggregate: what comes next must be one higher. */
final class Sequences {

    private static final int HELD = 200_000;
    private static final int A_TIME = 1_000;

    private final MongoCollection<Document> collection;
    private final Map<String, Long> held = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Long> dirty = new HashMap<>();
    private final boolean startsEmpty;

    Sequences(Server server, String feed, int generation) {
        this.collection = server.database().getCollection(Generations.collection("_sequences-" + feed, generation));
        this.startsEmpty = collection.find().limit(1).first() == null;
    }

    void load(Collection<String> origins) {
        List<String> missing = origins.stream()
                .filter(origin -> !held.containsKey(origin))
                .distinct()
                .toList();
        missing.forEach(origin -> held.put(origin, -1L));
        if (startsEmpty && held.size() < HELD) {
            return;
        }
        for (int from = 0; from < missing.size(); from += A_TIME) {
            List<String> some = missing.subList(from, Math.min(missing.size(), from + A_TIME));
            for (Document document : collection.find(Filters.in("_id", some))) {
                held.put(document.getString("_id"), document.getLong("seq"));
            }
        }
    }

    long last(String origin) {
        return held.getOrDefault(origin, -1L);
    }

    void passed(String origin, long sequence) {
        held.put(origin, sequence);
        dirty.put(origin, sequence);
    }

    void write() {
        List<WriteModel<Document>> writes = new ArrayList<>(dirty.size());
        dirty.forEach((origin, sequence) -> writes.add(new ReplaceOneModel<>(
                Filters.eq("_id", origin),
                new Document("_id", origin).append("seq", sequence),
                new ReplaceOptions().upsert(true))));
        for (int from = 0; from < writes.size(); from += A_TIME) {
            collection.bulkWrite(writes.subList(from, Math.min(writes.size(), from + A_TIME)));
        }
        dirty.clear();
        if (held.size() > HELD) {
            var eldest = held.keySet().iterator();
            while (held.size() > HELD) {
                eldest.next();
                eldest.remove();
            }
        }
    }
}
