package vn.hocvu.platform.viewstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How far a feed has come in one generation, kept beside the rows and written after them. */
final class Positions {

    private final Server server;
    private final String id;

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
        return stored;
    }

    /** @throws ViewsLost if the position of before is gone, and with it who knows what */
    void store(Document position) {
        position.put("_id", id);
        if (positions().replaceOne(Filters.eq("_id", id), position).getMatchedCount() == 0) {
            throw new ViewsLost(id);
        }
    }

    /** @throws ViewsLost if the position is gone */
    void requireStored() {
        if (read() == null) {
            throw new ViewsLost(id);
        }
    }

    private MongoCollection<Document> positions() {
        return server.database().getCollection("_positions");
    }
}
