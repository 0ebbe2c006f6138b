package vn.hocvu.platform.viewstore;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.reading.Reading;
import vn.hocvu.platform.eventstream.reading.Records;

/**
 * Delivers the facts of topics. Offsets are kept beside the rows, never by the broker; a topic that was made anew, or
 * whose end was lost, is read from its start, and the rows skip what they have seen.
 */
final class TopicsSource implements FactSource {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsSource.class);
    private static final JsonMapper JSON = StoredJson.mapper();
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int ANSWER_SECONDS = 10;

    private final Consumer<String, byte[]> consumer;
    private final Admin admin;
    private final Set<String> topics;
    private final Records records;
    private final Map<String, String> ids = new TreeMap<>();
    /** Where reading goes on. */
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    /** The furthest that was read, whatever was rewound since. */
    private final Map<TopicPartition, Long> furthest = new ConcurrentHashMap<>();

    private long lookedAt;
    private boolean atEnd;

    TopicsSource(
            Consumer<String, byte[]> consumer,
            Admin admin,
            Set<String> topics,
            Records records,
            @Nullable Document stored) {
        this.consumer = consumer;
        this.admin = admin;
        this.topics = topics;
        this.records = records;
        if (stored != null && stored.containsKey("offsets")) {
            next.putAll(offsets(stored, "offsets"));
            furthest.putAll(offsets(stored, "read"));
            stored.get("topics", Document.class).forEach((topic, id) -> ids.put(unescaped(topic), (String) id));
        }
    }

    /** Offsets out of a stored position. */
    static Map<TopicPartition, Long> offsets(Document stored, String field) {
        var offsets = new HashMap<TopicPartition, Long>();
        stored.getList(field, Document.class, List.of())
                .forEach(offset -> offsets.put(
                        new TopicPartition(offset.getString("topic"), offset.getInteger("partition")),
                        offset.getLong("next")));
        return offsets;
    }

    /** Topics come into being when their service first starts, and may be made anew. */
    private void look() {
        var now = System.nanoTime();
        if (lookedAt != 0 && now - lookedAt < LOOK_AGAIN_NANOS) {
            return;
        }
        var assigned = new HashSet<TopicPartition>();
        for (var topic : topics) {
            var found = describe(topic);
            if (found != null) {
                noteId(topic, found.topicId().toString());
                found.partitions().forEach(partition -> assigned.add(new TopicPartition(topic, partition.partition())));
            }
        }
        if (!assigned.equals(consumer.assignment())) {
            consumer.assign(assigned);
            seek(assigned);
        }
        lookedAt = now;
    }

    private void noteId(String topic, String id) {
        var before = ids.put(topic, id);
        if (before != null && !before.equals(id)) {
            LOG.atWarn().addKeyValue("topic", topic).log("The topic was made anew; it is read from its start");
            var gone = next.keySet().stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .toList();
            gone.forEach(next::remove);
            gone.forEach(furthest::remove);
            consumer.assign(consumer.assignment().stream()
                    .filter(partition -> !partition.topic().equals(topic))
                    .toList());
        }
    }

    private @Nullable TopicDescription describe(String topic) {
        try {
            return answered(admin.describeTopics(List.of(topic)).allTopicNames())
                    .get(topic);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof ExecutionException failed
                    && failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw e;
        }
    }

    private void seek(Collection<TopicPartition> partitions) {
        var unknown = partitions.stream().filter(p -> !next.containsKey(p)).toList();
        if (!unknown.isEmpty()) {
            next.putAll(starts(unknown));
        }
        partitions.forEach(partition -> consumer.seek(partition, next.getOrDefault(partition, 0L)));
    }

    /** Not asked of the consumer: it would take the start for the stable end, and its lag would be 0 before it has read. */
    private Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) {
        var asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, unused -> OffsetSpec.earliest()));
        var starts = new HashMap<TopicPartition, Long>();
        answered(admin.listOffsets(asked).all()).forEach((partition, start) -> starts.put(partition, start.offset()));
        return starts;
    }

    private static <T> T answered(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Incoming> poll(Duration atMost) {
        look();
        if (consumer.assignment().isEmpty()) {
            atEnd = true;
            return List.of();
        }
        try {
            var polled = consumer.poll(atMost);
            var batch = new ArrayList<Incoming>(polled.count());
            for (var record : polled) {
                batch.add(incoming(record));
            }
            for (var partition : polled.partitions()) {
                var end = polled.records(partition).getLast().offset() + 1;
                next.put(partition, end);
                furthest.merge(partition, end, Math::max);
            }
            atEnd = consumer.assignment().stream()
                    .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
            return batch;
        } catch (InvalidOffsetException lost) {
            readAnew(lost.partitions());
            return List.of();
        }
    }

    private void readAnew(Set<TopicPartition> partitions) {
        LOG.atWarn()
                .addKeyValue("partitions", partitions)
                .log("The broker does not have these offsets; the partitions are read from their start");
        partitions.forEach(next::remove);
        partitions.forEach(furthest::remove);
        seek(partitions);
        atEnd = false;
    }

    private Incoming incoming(ConsumerRecord<String, byte[]> record) {
        var place = new Place.Offset(new TopicPartition(record.topic(), record.partition()), record.offset());
        return switch (records.read(record)) {
            case Reading.Understood read ->
                new Incoming(
                        Incoming.origin(read.fact().source(), read.fact().aggregateId()),
                        read.fact().sequence(),
                        read.fact(),
                        null,
                        place,
                        () -> shown(record));
            case Reading.Unknown read ->
                new Incoming(
                        Incoming.origin(read.source(), read.aggregateId()),
                        read.sequence(),
                        null,
                        null,
                        place,
                        () -> shown(record));
            case Reading.Unreadable read ->
                new Incoming(
                        Incoming.origin(sourceOf(record), keyOf(record)),
                        sequenceOf(record),
                        null,
                        read.reason(),
                        place,
                        () -> shown(record));
        };
    }

    private static Incoming.Shown shown(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        headers.put("partition", Integer.toString(record.partition()));
        headers.put("offset", Long.toString(record.offset()));
        return new Incoming.Shown(
                keyOf(record),
                headers.getOrDefault("ce_id", keyOf(record)),
                headers.getOrDefault("ce_type", "unknown"),
                record.topic(),
                JSON.writeValueAsString(headers),
                text(record.value()));
    }

    /** Readable text of what may be anything; PostgreSQL keeps no zero characters. */
    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private static String keyOf(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? record.topic() + "-" + record.partition() + "@" + record.offset() : record.key();
    }

    private static long sequenceOf(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_sequence");
        var sequence = header == null ? "" : text(header.value());
        return sequence.matches("\\d{1,18}") ? Long.parseLong(sequence) : -1;
    }

    /** {@code vn.hocvu.class.ClassOpened.v1}, else {@code hocvu.class.events.v1}: the word for the service. */
    private static String sourceOf(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        var parts = header == null ? new String[0] : text(header.value()).split("\\.");
        return parts.length > 2 ? parts[2] : source(record.topic());
    }

    /** The word for the service in the name of its topic. */
    static String source(String topic) {
        var parts = topic.split("\\.", -1);
        return parts.length > 1 ? parts[1] : topic;
    }

    @Override
    public boolean caughtUp() {
        return atEnd;
    }

    @Override
    public void rewind(Place to) {
        if (to instanceof Place.Offset place && place.offset() < next.getOrDefault(place.partition(), 0L)) {
            next.put(place.partition(), place.offset());
            consumer.seek(place.partition(), place.offset());
            atEnd = false;
        }
    }

    @Override
    public Document position(Collection<Place> heldBack) {
        var from = new HashMap<>(next);
        for (var held : heldBack) {
            if (held instanceof Place.Offset place) {
                from.merge(place.partition(), place.offset(), Math::min);
            }
        }
        var topicIds = new Document();
        ids.forEach((topic, id) -> topicIds.append(escaped(topic), id));
        return new Document("offsets", documents(from))
                .append("read", documents(furthest))
                .append("topics", topicIds);
    }

    private static List<Document> documents(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .map(entry -> new Document("topic", entry.getKey().topic())
                        .append("partition", entry.getKey().partition())
                        .append("next", entry.getValue()))
                .toList();
    }

    private static String escaped(String topic) {
        return topic.replace('.', '/');
    }

    private static String unescaped(String topic) {
        return topic.replace('/', '.');
    }

    @Override
    public boolean isPast(FactSource other) {
        return other instanceof TopicsSource topics
                && topics.next.entrySet().stream()
                        .allMatch(place -> next.getOrDefault(place.getKey(), 0L) >= place.getValue());
    }

    @Override
    public Map<TopicPartition, Long> offsets() {
        return Map.copyOf(furthest);
    }

    @Override
    public Progress progress() {
        var done = next.values().stream().mapToLong(Long::longValue).sum();
        var left = consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
        return new Progress(done, done + left);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ofSeconds(2));
    }
}
