package vn.hocvu.platform.viewstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Which generation of the rows serves, which is being built, and which are to be removed. */
final class Generations {

    /** An old generation is kept for a day after the switch, for whoever still reads it. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Server server;
    private final String feed;
    private final Clock clock;

    Generations(Server server, String feed, Clock clock) {
        this.server = server;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * The state of a feed's generations.
     *
     * @param serving  the generation that pages read
     * @param building a newer one that has not caught up, 0 if there is none
     */
    record State(int serving, String servingForm, int building, String buildingForm) {}

    /** What the views look like now: another form needs another generation. */
    static String form(Collection<? extends View<?, ?>> views) {
        return views.stream()
                .map(view -> view.name() + ":" + view.version())
                .sorted()
                .collect(Collectors.joining(","));
    }

    @Nullable
    State read() {
        Document document = generations().find(Filters.eq("_id", feed)).first();
        return document == null
                ? null
                : new State(
                        document.getInteger("serving"),
                        document.getString("servingForm"),
                        document.getInteger("building", 0),
                        document.get("buildingForm", ""));
    }

    void store(State state) {
        Document document = new Document("_id", feed)
                .append("serving", state.serving())
                .append("servingForm", state.servingForm())
                .append("building", state.building())
                .append("buildingForm", state.buildingForm());
        generations().replaceOne(Filters.eq("_id", feed), document, new ReplaceOptions().upsert(true));
    }

    /** Notes that a generation is no longer read. */
    void retire(int generation) {
        Document document = new Document("_id", feed + "-g" + generation)
                .append("generation", generation)
                .append("retiredAt", clock.millis());
        server.database()
                .getCollection("_retired")
                .replaceOne(Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    /** Removes the collections of generations that nobody reads any more. */
    void removeRetired(Collection<? extends View<?, ?>> views) {
        MongoCollection<Document> retired = server.database().getCollection("_retired");
        long limit = clock.millis() - KEPT.toMillis();
        List<Document> due = new ArrayList<>();
        for (Document document : retired.find()) {
            if (document.getString("_id").startsWith(feed + "-g") && document.getLong("retiredAt") < limit) {
                due.add(document);
            }
        }
        for (Document document : due) {
            int generation = document.getInteger("generation");
            for (View<?, ?> view : views) {
                server.database()
                        .getCollection(collection(view.name(), generation))
                        .drop();
            }
            server.database()
                    .getCollection(collection("_sequences-" + feed, generation))
                    .drop();
            retired.deleteOne(Filters.eq("_id", document.get("_id")));
        }
    }

    static String collection(String name, int generation) {
        return name + "-g" + generation;
    }

    private MongoCollection<Document> generations() {
        return server.database().getCollection("_generations");
    }
}
