package vn.hocvu.platform.viewstore;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.TrackingToken;
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
        TrackingToken head = events.createHeadToken();
        long target = head == null ? -1 : head.position().orElse(-1);
        return advance.await(
                () -> advance.hasPassed(aggregateId, version) || (!own.leading() && storedPosition() >= target),
                atMost);
    }

    private long storedPosition() {
        Document stored = new Positions(server, own.name(), own.servingGeneration()).read();
        return stored == null ? -1 : stored.getLong("position");
    }

    @Override
    public Map<String, Long> positions() {
        Map<String, Long> positions = new HashMap<>();
        offsets().forEach((partition, next) -> positions.merge(source(partition.topic()), next, Long::sum));
        return positions;
    }

    /** {@code hocvu.class.events.v1} is the topic of {@code class}. */
    private static String source(String topic) {
        String[] parts = topic.split("\\.", -1);
        return parts.length > 1 ? parts[1] : topic;
    }

    private Map<TopicPartition, Long> offsets() {
        if (topics.feed() instanceof TopicsFeed feed) {
            return feed.offsets();
        }
        Document stored = new Positions(server, topics.name(), topics.servingGeneration()).read();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        if (stored != null) {
            stored.getList("offsets", Document.class)
                    .forEach(offset -> offsets.put(
                            new TopicPartition(offset.getString("topic"), offset.getInteger("partition")),
                            offset.getLong("next")));
        }
        return offsets;
    }

    @Override
    public boolean awaitTopics(Duration atMost) {
        if (topics.views().isEmpty()) {
            return true;
        }
        Map<TopicPartition, Long> targets = ends.now();
        return advance.await(
                () -> {
                    Map<TopicPartition, Long> offsets = offsets();
                    return targets.entrySet().stream()
                            .allMatch(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
                },
                atMost);
    }

    @Override
    public List<Standing> standings() {
        return List.of(own, topics).stream()
                .filter(runner -> !runner.views().isEmpty())
                .map(MongoViews::standing)
                .toList();
    }

    private static Standing standing(FeedRunner runner) {
        @Nullable Feed newest = runner.newest();
        Feed.Progress progress =
                newest instanceof OwnStoreFeed feed ? feed.progress() : new Feed.Progress(done(newest), 0);
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

    private static long done(@Nullable Feed feed) {
        return feed instanceof TopicsFeed topics
                ? topics.offsets().values().stream().mapToLong(Long::longValue).sum()
                : 0;
    }

    @Override
    public void start(String feed) {
        List.of(own, topics).stream()
                .filter(runner -> runner.name().equals(feed))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no feed is called " + feed))
                .rebuild();
    }
}
