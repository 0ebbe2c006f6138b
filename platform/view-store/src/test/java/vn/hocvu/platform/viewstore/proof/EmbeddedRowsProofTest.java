package vn.hocvu.platform.viewstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hocvu.local.servers.FreePorts;
import vn.hocvu.local.servers.MongoServer;

/** The embedded server. */
class EmbeddedRowsProofTest extends RowsConformance {
    private static final Document ORDER = new Document("q.size", -1).append("_id", 1);

    @Override
    String mongo() {
        return Library.MONGO.uri("conformance");
    }

    @Test
    void rowsWithAnIndexAreFoundAgainAfterAStop(@TempDir Path folder) {
        try (var server = MongoServer.start(folder, FreePorts.next());
                var client = MongoClients.create(server.uri("kept"))) {
            var rows = rows(client);
            rows.createIndex(ORDER);
            rows.insertOne(new Document("_id", "a").append("q", new Document("size", 1)));
        }

        try (var server = MongoServer.start(folder, FreePorts.next());
                var client = MongoClients.create(server.uri("kept"))) {
            var rows = rows(client);
            rows.createIndex(ORDER);
            rows.insertOne(new Document("_id", "b").append("q", new Document("size", 1)));

            assertThat(rows.find(Filters.eq("q.size", 1)).sort(ORDER).map(row -> row.getString("_id")))
                    .containsExactly("a", "b");
        }
    }

    private static MongoCollection<Document> rows(MongoClient client) {
        return client.getDatabase("kept").getCollection("halls-g1");
    }
}
