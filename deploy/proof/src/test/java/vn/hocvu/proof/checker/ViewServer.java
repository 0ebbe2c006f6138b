package vn.hocvu.proof.checker;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.hocvu.proof.checker.Evidence.Intake;
import vn.hocvu.proof.checker.Evidence.RowPair;
import vn.hocvu.proof.system.Service;

/** Reads the rows as they lie on the view server, and asks for fresh ones. */
public final class ViewServer implements AutoCloseable {
    private final MongoClient client;

    public ViewServer(String uri) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .build());
    }

    private MongoDatabase of(Service service) {
        return client.getDatabase(service.database());
    }

    /** The feeds of a service that keep rows, each with its views. */
    public Map<String, Set<String>> feeds(Service service) {
        var feeds = new TreeMap<String, Set<String>>();
        for (var one : of(service).getCollection("_generations").find()) {
            var views = Arrays.stream(one.getString("servingForm").split(","))
                    .map(form -> form.split(":")[0])
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            if (!views.isEmpty()) feeds.put(one.getString("_id"), views);
        }
        return feeds;
    }

    /** The generation that pages read. */
    public int serving(Service service, String feed) {
        return generation(service, feed, "serving");
    }

    /** The generation that is being built, 0 if none is. */
    public int building(Service service, String feed) {
        return generation(service, feed, "building");
    }

    private int generation(Service service, String feed, String which) {
        var found = of(service)
                .getCollection("_generations")
                .find(Filters.eq("_id", feed))
                .first();
        return found == null ? 0 : found.getInteger(which, 0);
    }

    /** Asks for a new generation, as the operations page does. */
    public void askForRebuild(Service service, String feed) {
        of(service)
                .getCollection("_asked")
                .updateOne(Filters.eq("_id", feed), Updates.set("asked", true), new UpdateOptions().upsert(true));
    }

    /** Position in the own store up to which rows are written, 0 while there is none. */
    long ownPosition(Service service) {
        var found = position(service, "own");
        return found == null ? 0 : ((Number) found.getOrDefault("position", 0L)).longValue();
    }

    /** Next offsets of the topics that are folded. */
    Map<TopicPartition, Long> topicPositions(Service service) {
        var found = position(service, "topics");
        var offsets = new HashMap<TopicPartition, Long>();
        if (found != null) {
            found.getList("offsets", Document.class, List.of())
                    .forEach(one -> offsets.put(
                            new TopicPartition(one.getString("topic"), one.getInteger("partition")),
                            one.getLong("next")));
        }
        return offsets;
    }

    /** Records of topics that the generation being built has stored behind it, 0 if none is built. */
    long built(Service service) {
        var found = of(service)
                .getCollection("_positions")
                .find(Filters.eq("_id", "topics-g" + building(service, "topics")))
                .first();
        return found == null
                ? 0
                : found.getList("offsets", Document.class, List.of()).stream()
                        .mapToLong(one -> one.getLong("next"))
                        .sum();
    }

    /** The topics that are folded; empty if none are. */
    Set<String> topics(Service service) {
        var found = position(service, "topics");
        var names = new TreeSet<String>();
        if (found != null && found.get("topics") instanceof Document topics) {
            topics.keySet().forEach(name -> names.add(name.replace('/', '.')));
        }
        return names;
    }

    private @Nullable Document position(Service service, String feed) {
        return of(service)
                .getCollection("_positions")
                .find(Filters.eq("_id", feed + "-g" + serving(service, feed)))
                .first();
    }

    /** The rows of one view and generation by key: row and the fields beside it, as text. */
    private Map<String, String> rows(Service service, String view, int generation) {
        var rows = new TreeMap<String, String>();
        for (var document : of(service).getCollection(view + "-g" + generation).find()) {
            rows.put(
                    document.getString("_id"),
                    document.get("row", Document.class).toJson() + " "
                            + document.get("q", Document.class).toJson());
        }
        return rows;
    }

    /** Rows of one generation beside those of another. */
    List<RowPair> compare(Service service, String feed, int kept, int fresh) {
        var pairs = new ArrayList<RowPair>();
        for (var view : feeds(service).getOrDefault(feed, Set.of())) {
            var old = rows(service, view, kept);
            var now = rows(service, view, fresh);
            var keys = new TreeSet<>(old.keySet());
            keys.addAll(now.keySet());
            keys.forEach(key -> pairs.add(new RowPair(service, view, key, old.get(key), now.get(key))));
        }
        return pairs;
    }

    /** What people see of each intake. */
    Map<String, Intake> intakes() {
        var intakes = new HashMap<String, Intake>();
        var serving = serving(Service.ENROLLMENT, "own");
        for (var document :
                of(Service.ENROLLMENT).getCollection("intakes-g" + serving).find()) {
            var row = document.get("row", Document.class);
            intakes.put(
                    document.getString("_id"),
                    new Intake(
                            row.getInteger("seats", 0),
                            row.getInteger("roll", 0),
                            row.getList("waiting", String.class, List.of()).size()));
        }
        return intakes;
    }

    @Override
    public void close() {
        client.close();
    }
}
