package vn.hocvu.platform.viewstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which generation of the rows serves, which is being built, and which are to be removed. */
final class Generations {

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
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
     * @param newest   the highest number ever given
     * @param whole    the serving rows caught up at least once; until then nobody may read them, since what is missing
     *                 looks like what never was
     */
    record State(int serving, String servingForm, int building, String buildingForm, int newest, boolean whole) {}

    /** What the views look like now: another form needs another generation. */
    static String form(Collection<? extends View<?, ?>> views) {
        return views.stream()
                .map(view -> view.name() + ":" + view.version() + ":" + RowShape.of(view.rowType()))
                .sorted()
                .collect(Collectors.joining(","));
    }

    @Nullable
    State read() {
        var document = generations().find(Filters.eq("_id", feed)).first();
        return document == null
                ? null
                : new State(
                        document.getInteger("serving"),
                        document.getString("servingForm"),
                        document.getInteger("building", 0),
                        document.getString("buildingForm"),
                        document.getInteger("newest"),
                        document.getBoolean("whole", true));
    }

    /** The state with which folding begins; views of another form than the serving rows' get a generation to build. */
    State begin(String form) {
        var stored = read();
        if (stored == null) {
            return store(new State(1, form, 0, "", 1, false));
        }
        if (stored.building() > 0 && !stored.buildingForm().equals(form)) {
            retire(stored.building());
            stored = new State(stored.serving(), stored.servingForm(), 0, "", stored.newest(), stored.whole());
            store(stored);
        }
        return stored.servingForm().equals(form) || stored.building() > 0 ? stored : next(stored, form);
    }

    /** A new generation to build. */
    State next(State now, String form) {
        var number = now.newest() + 1;
        return store(new State(now.serving(), now.servingForm(), number, form, number, now.whole()));
    }

    /** The first rows of all have caught up. */
    State whole(State now) {
        return store(
                new State(now.serving(), now.servingForm(), now.building(), now.buildingForm(), now.newest(), true));
    }

    /** The built generation serves from now on. */
    State switchTo(State now) {
        var next = store(new State(now.building(), now.buildingForm(), 0, "", now.newest(), true));
        retire(now.serving());
        return next;
    }

    private State store(State state) {
        var document = new Document("_id", feed)
                .append("serving", state.serving())
                .append("servingForm", state.servingForm())
                .append("building", state.building())
                .append("buildingForm", state.buildingForm())
                .append("newest", state.newest())
                .append("whole", state.whole());
        generations().replaceOne(Filters.eq("_id", feed), document, new ReplaceOptions().upsert(true));
        return state;
    }

    /** Notes that somebody asks for a rebuild, for whichever replica folds. */
    void ask() {
        asked(true);
    }

    void answered() {
        asked(false);
    }

    private void asked(boolean value) {
        server.database()
                .getCollection("_asked")
                .updateOne(Filters.eq("_id", feed), Updates.set("asked", value), new UpdateOptions().upsert(true));
    }

    boolean asked() {
        var document = server.database()
                .getCollection("_asked")
                .find(Filters.eq("_id", feed))
                .first();
        return document != null && document.getBoolean("asked", false);
    }

    /** Notes that a generation is no longer read. */
    private void retire(int generation) {
        var document = new Document("_id", feed + "-g" + generation)
                .append("feed", feed)
                .append("generation", generation)
                .append("retiredAt", clock.millis());
        retired().replaceOne(Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    /** Removes the collections of generations that nobody reads any more. */
    void removeRetired(Collection<? extends View<?, ?>> views) {
        var limit = clock.millis() - KEPT.toMillis();
        List<Document> due = new ArrayList<>();
        for (var document : retired().find()) {
            if (feed.equals(document.getString("feed")) && document.getLong("retiredAt") < limit) {
                due.add(document);
            }
        }
        for (var document : due) {
            int generation = document.getInteger("generation");
            LOG.atInfo()
                    .addKeyValue("feed", feed)
                    .addKeyValue("generation", generation)
                    .log("Old rows removed");
            for (var view : views) {
                server.database()
                        .getCollection(collection(view.name(), generation))
                        .drop();
            }
            server.database()
                    .getCollection(collection("_sequences-" + feed, generation))
                    .drop();
            server.database().getCollection("_positions").deleteOne(Filters.eq("_id", collection(feed, generation)));
            retired().deleteOne(Filters.eq("_id", document.get("_id")));
        }
    }

    static String collection(String name, int generation) {
        return name + "-g" + generation;
    }

    private MongoCollection<Document> generations() {
        return server.database().getCollection("_generations");
    }

    private MongoCollection<Document> retired() {
        return server.database().getCollection("_retired");
    }
}
