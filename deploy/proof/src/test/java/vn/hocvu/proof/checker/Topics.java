package vn.hocvu.proof.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.hocvu.proof.checker.Evidence.Published;

/** Reads the topics as they are, and how far the policies have read them. */
final class Topics implements AutoCloseable {
    private static final int ANSWER_SECONDS = 15;

    private final Admin admin;
    private final Map<String, Object> connection;

    Topics(String bootstrap) {
        this.connection = Map.of("bootstrap.servers", bootstrap);
        this.admin = Admin.create(connection);
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        }
    }

    private Set<String> names() {
        return answer(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith("hocvu."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<TopicPartition> partitions() {
        return answer(admin.describeTopics(names()).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** Ends of all partitions that hold something. */
    Map<TopicPartition, Long> ends() {
        var wanted = partitions().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(wanted).all()).forEach((partition, end) -> {
            if (end.offset() > 0) ends.put(partition, end.offset());
        });
        return ends;
    }

    /** What every group of policies has not handled yet, by group. */
    Map<String, Long> unhandled(Map<TopicPartition, Long> ends) {
        var groups = answer(admin.listGroups().valid()).stream()
                .map(group -> group.groupId())
                .filter(id -> id.endsWith("-policies"))
                .toList();
        var unhandled = new TreeMap<String, Long>();
        for (var group : groups) {
            var members = answer(admin.describeConsumerGroups(List.of(group)).all())
                    .get(group)
                    .members();
            var read = answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            var assigned = members.stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .collect(Collectors.toSet());
            long left = assigned.isEmpty() ? 1 : 0;
            for (var partition : assigned) {
                var committed = read.get(partition);
                left += ends.getOrDefault(partition, 0L) - (committed == null ? 0 : committed.offset());
            }
            unhandled.put(group, left);
        }
        return unhandled;
    }

    /** All records of all topics. */
    Map<String, List<Published>> records() {
        var ends = ends();
        var settings = new HashMap<>(connection);
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", 5_000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            var records = new TreeMap<String, List<Published>>();
            names().forEach(name -> records.put(name, new ArrayList<>()));
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) throw new IllegalStateException("the topics cannot be read");
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    records.get(record.topic()).add(published(record));
                }
            }
            return records;
        }
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        return new Published(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                header(record, "ce_id"),
                Long.parseLong(header(record, "ce_sequence")),
                header(record, "ce_type"),
                new String(record.value(), UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
