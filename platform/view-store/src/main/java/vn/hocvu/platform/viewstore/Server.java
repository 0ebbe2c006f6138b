package vn.hocvu.platform.viewstore;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that keeps the views. On a real MongoDB every write is conditional on the row's revision; the embedded
 * server would scan for such a filter, so there writes go by {@code _id} and the lease alone keeps a second writer out.
 */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final MongoClient client;
    private final String databaseName;
    private volatile boolean known;
    private volatile boolean guarded;

    Server(MongoClient client, String databaseName) {
        this.client = client;
        this.databaseName = databaseName;
    }

    MongoDatabase database() {
        MongoDatabase database = client.getDatabase(databaseName);
        return guarded()
                ? database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                        .withReadConcern(ReadConcern.MAJORITY)
                : database;
    }

    /** True if writes are conditional on the revision. */
    boolean guarded() {
        if (!known) {
            Document build = client.getDatabase(databaseName).runCommand(new Document("buildInfo", 1));
            guarded = build.containsKey("storageEngines");
            known = true;
            LOG.atInfo()
                    .addKeyValue("version", build.getString("version"))
                    .addKeyValue("kind", guarded ? "MongoDB" : "embedded")
                    .log("Views are kept by this server");
        }
        return guarded;
    }
}
