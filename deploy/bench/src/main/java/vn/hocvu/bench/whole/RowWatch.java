package vn.hocvu.bench.whole;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.hocvu.local.Port;

/**
 * Looks at the rows of some classes in MongoDB every few milliseconds and notes when each first carried which sequence of
 * its intake's history.
 */
final class RowWatch implements AutoCloseable {
    private static final int EVERY_MILLIS = 5;

    private final MongoClient client;
    private final MongoCollection<Document> rows;
    private final List<String> classes;
    private final Map<String, ConcurrentSkipListMap<Long, Long>> seen = new ConcurrentHashMap<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();

    /**
     * Watches until closed.
     *
     * @param service whose view it is, for example {@code reporting}
     * @param feed    {@code own} or {@code topics}
     */
    RowWatch(WholeSystem system, String service, String feed, String view, List<String> classes) {
        this.client = MongoClients.create(
                "mongodb://127.0.0.1:" + system.installation().port(Port.MONGODB));
        MongoDatabase database = client.getDatabase("hocvu_" + service);
        Document generations = database.getCollection("_generations")
                .find(Filters.eq("_id", feed))
                .first();
        if (generations == null) {
            throw new IllegalStateException("no rows of " + service);
        }
        this.rows = database.getCollection(view + "-g" + generations.getInteger("serving"));
        this.classes = List.copyOf(classes);
        var unused = worker.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (Document row : rows.find(Filters.in("_id", classes)).projection(Projections.include("seq"))) {
                long now = System.nanoTime();
                String id = row.getString("_id");
                Object last = row.get("seq", Document.class).get("enrollment/" + id);
                if (last instanceof Number sequence) {
                    seen.computeIfAbsent(id, key -> new ConcurrentSkipListMap<>())
                            .putIfAbsent(sequence.longValue(), now);
                }
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    /** When the row first carried that version or a later one; absent if it has not yet. */
    @Nullable
    Long seenAt(String classId, long version) {
        if (failure.get() != null) {
            throw new IllegalStateException("rows cannot be watched", failure.get());
        }
        var versions = seen.get(classId);
        var entry = versions == null ? null : versions.ceilingEntry(version);
        return entry == null ? null : entry.getValue();
    }

    @Override
    public void close() {
        worker.close();
        client.close();
    }
}
