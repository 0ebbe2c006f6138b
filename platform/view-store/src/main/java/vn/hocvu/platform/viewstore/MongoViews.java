package vn.hocvu.platform.viewstore;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstore.StoredEvents;

/** The views of this service, whichever replica folds them. */
final class MongoViews implements Views, Rebuilds {

    private final Server server;
    private final FeedRunner own;
    private final FeedRunner topics;
    private final StoredEvents events;
    private final Advance advance;
    private final TopicEnds ends;
    private final Map<Class<?>, Rows<?>> rows = new HashMap<>();

    MongoViews(Server server, FeedRunner own, FeedRunner topics, StoredEvents events, Advance advance, TopicEnds ends) {
        this.server = server;
        this.own = own;
        this.topics = topics;
        this.events = events;
        this.advance = advance;
        this.ends = ends;
        for (FeedRunner runner : List.of(own, topics)) {
            runner.views().forEach(view -> rows.put(view.getClass(), new MongoRows<>(server, runner, view)));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // registered under the view's own class
    public <R> Rows<R> rows(Class<? extends View<?, R>> view) {
        Rows<?> found = rows.get(view);
        if (found == null) {
            throw new IllegalArgumentException(view.getName() + " is not a bean of this service");
        }
        return (Rows<R>) found;
    }

    @Override
    public boolean await(String aggregateId, long version, Duration atMost) {
        if (own.views().isEmpty() || version < 0 || advance.hasPassed(aggregateId, version)) {
            return true;
        }
        var head = events.createHeadToken();
        var target = head == null ? -1 : head.position().orElse(-1);
        return advance.await(() -> advance.hasPassed(aggregateId, version) || storedPosition() >= target, atMost);
    }

    /** Another replica may be the one that folds: then only what is stored tells. */
    private long storedPosition() {
        var stored = stored(own);
        return stored == null || stored.getLong("position") == null ? -1 : stored.getLong("position");
    }

    private @Nullable Document stored(FeedRunner runner) {
        try {
            return new Positions(server, runner.name(), runner.servingGeneration()).read();
        } catch (MongoException away) {
            return null;
        }
    }

    @Override
    public Map<String, Long> positions() {
        var positions = new HashMap<String, Long>();
        if (!topics.views().isEmpty()) {
            offsets()
                    .forEach((partition, next) ->
                            positions.merge(TopicsSource.source(partition.topic()), next, Long::sum));
        }
        return positions;
    }

    private Map<TopicPartition, Long> offsets() {
        var stored = stored(topics);
        return stored == null ? Map.of() : TopicsSource.offsets(stored, "read");
    }

    @Override
    public boolean awaitTopics(Duration atMost) {
        if (topics.views().isEmpty()) {
            return true;
        }
        try {
            var targets = ends.now();
            return advance.await(() -> isPast(targets), atMost);
        } catch (KafkaException away) {
            return false; // nobody knows what stands on the topics
        }
    }

    private boolean isPast(Map<TopicPartition, Long> targets) {
        var offsets = advance.offsets();
        return isPast(offsets, targets) || isPast(offsets(), targets);
    }

    private static boolean isPast(Map<TopicPartition, Long> offsets, Map<TopicPartition, Long> targets) {
        return targets.entrySet().stream().allMatch(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    @Override
    public List<Standing> standings() {
        return Stream.of(own, topics)
                .filter(runner -> !runner.views().isEmpty())
                .map(MongoViews::standing)
                .toList();
    }

    private static Standing standing(FeedRunner runner) {
        var progress = runner.progress();
        return new Standing(
                runner.name(),
                runner.views().stream().map(View::name).sorted().toList(),
                runner.servingGeneration(),
                runner.buildingGeneration(),
                progress.done(),
                progress.total(),
                runner.waiting(),
                runner.lagSeconds());
    }

    @Override
    public void start(String feed) {
        Stream.of(own, topics)
                .filter(runner -> runner.name().equals(feed) && !runner.views().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no feed is called " + feed))
                .rebuild();
    }
}
