package vn.hocvu.platform.viewstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
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

    void store(Document position) {
        position.put("_id", id);
        positions().replaceOne(Filters.eq("_id", id), position, new ReplaceOptions().upsert(true));
    }

    private MongoCollection<Document> positions() {
        return server.database().getCollection("_positions");
    }
}
