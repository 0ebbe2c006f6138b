package vn.hocvu.platform.viewstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How far a feed has come in one generation, kept beside the rows and written after them. */
final class Positions {

    /** Tells a position from every other that was ever stored in its place. */
    private static final String STAMP = "stamp";

    private final Server server;
    private final String id;
    private @Nullable Long stamp;

    Positions(Server server, String feed, int generation) {
        this.server = server;
        this.id = Generations.collection(feed, generation);
    }

    @Nullable
    Document read() {
        return positions().find(Filters.eq("_id", id)).first();
    }

    /** The stored position; a generation without one begins now. */
    Document begin() {
        var stored = read();
        if (stored == null) {
            stored = new Document("_id", id);
            positions().insertOne(stored);
        }
        stamp = stored.getLong(STAMP);
        return stored;
    }

    /** @throws ViewsLost if the position of before is gone, and with it who knows what */
    void store(Document position) {
        var next = System.nanoTime();
        position.put("_id", id);
        position.put(STAMP, next);
        if (positions().replaceOne(Filters.eq("_id", id), position).getMatchedCount() == 0) {
            throw new ViewsLost(id);
        }
        stamp = next;
    }

    /** @throws ViewsLost if the position is gone or is not the last one: a server that crashed may have kept an older state */
    void requireStored() {
        var stored = read();
        if (stored == null || !Objects.equals(stored.getLong(STAMP), stamp)) {
            throw new ViewsLost(id);
        }
    }

    private MongoCollection<Document> positions() {
        return server.database().getCollection("_positions");
    }
}
