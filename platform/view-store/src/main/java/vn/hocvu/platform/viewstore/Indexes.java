package vn.hocvu.platform.viewstore;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the server keep the indexes of a view's rows; those that it keeps already stay as they are. */
final class Indexes {

    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);

    private Indexes() {}

    static void create(View<?, ?> view, MongoCollection<Document> rows) {
        var wanted = view.indexes().stream()
                .map(order -> new IndexModel(MongoRows.order(order)))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        try {
            rows.createIndexes(wanted);
        } catch (MongoCommandException refused) {
            LOG.atWarn()
                    .addKeyValue("view", view.name())
                    .setCause(refused)
                    .log("The server keeps no index of these rows; lists are read without");
        }
    }
}
