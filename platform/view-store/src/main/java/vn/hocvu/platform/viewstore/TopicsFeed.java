package vn.hocvu.platform.viewstore;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hocvu.platform.eventstream.Fact;
import vn.hocvu.platform.eventstream.parking.ParkedMessage;
import vn.hocvu.platform.eventstream.parking.ParkedMessages;
import vn.hocvu.platform.eventstream.reading.Reading;
import vn.hocvu.platform.eventstream.reading.Records;

/**
 * Feeds views from the topics. Of each aggregate every fact is folded once and in order: what was seen is skipped, and
 * where one is missing the aggregate waits, alone, until it has come.
 */
final class TopicsFeed implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final Set<String> topics;
    private final Records records;
    private final Fold fold;
    private final Sequences sequences;
    private final Positions positions;
    private final ParkedMessages parked;
    private final String parkedUnder;
    private final MeterRegistry meters;
    private final Advance advance;
    private final java.util.function.Consumer<ViewsAdvanced> listener;
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private boolean moved;

    TopicsFeed(
            Consumer<String, byte[]> consumer,
            Set<String> topics,
            Records records,
            Fold fold,
            Sequences sequences,
            Positions positions,
            ParkedMessages parked,
            String parkedUnder,
            MeterRegistry meters,
            Advance advance,
            java.util.function.Consumer<ViewsAdvanced> listener) {
        this.consumer = consumer;
        this.topics = topics;
        this.records = records;
        this.fold = fold;
        this.sequences = sequences;
        this.positions = positions;
        this.parked = parked;
        this.parkedUnder = parkedUnder;
        this.meters = meters;
        this.advance = advance;
        this.listener = listener;
        restore(positions.read());
        waiting.addAll(parked.openKeys(parkedUnder).keySet());
    }

    private void restore(@Nullable Document stored) {
        if (stored != null) {
            stored.getList("offsets", Document.class)
                    .forEach(offset -> next.put(
                            new TopicPartition(offset.getString("topic"), offset.getInteger("partition")),
                            offset.getLong("next")));
        }
    }

    /** Takes in the partitions that have appeared; a topic comes into being when its service first starts. */
    private boolean assign() {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : topics) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic, Duration.ofSeconds(5));
            if (partitions != null) {
                partitions.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
            }
        }
        if (!new HashSet<>(all).equals(consumer.assignment())) {
            consumer.assign(all);
            all.forEach(partition -> consumer.seek(partition, next.computeIfAbsent(partition, new_ -> 0L)));
        }
        return !all.isEmpty();
    }

    private boolean complete() {
        Set<String> known = new HashSet<>();
        consumer.assignment().forEach(partition -> known.add(partition.topic()));
        return known.equals(topics);
    }

    @Override
    public int turn() {
        if (!complete() && !assign()) {
            return 0;
        }
        ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
        if (!polled.isEmpty()) {
            take(polled);
        }
        if (!waiting.isEmpty()) {
            retryDue();
        }
        flush();
        return polled.count();
    }

    private void take(ConsumerRecords<String, byte[]> polled) {
        List<Reading> readings = new ArrayList<>(polled.count());
        List<Fact<?>> facts = new ArrayList<>(polled.count());
        Set<String> origins = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : polled) {
            Reading reading = records.read(record);
            readings.add(reading);
            switch (reading) {
                case Reading.Understood understood -> {
                    facts.add(understood.fact());
                    origins.add(StoredRow.origin(understood.fact()));
                }
                case Reading.Unknown unknown -> origins.add(unknown.source() + "/" + unknown.aggregateId());
                case Reading.Unreadable unreadable -> {}
            }
        }
        sequences.load(origins);
        fold.prepare(facts);
        readings.forEach(this::take);
        for (TopicPartition partition : polled.partitions()) {
            next.put(partition, polled.records(partition).getLast().offset() + 1);
        }
        moved = true;
    }

    private void take(Reading reading) {
        String key = ParkedMessages.keyOf(reading.record());
        switch (reading) {
            case Reading.Unreadable unreadable -> park(unreadable.record(), unreadable.reason(), false);
            case Reading.Unknown unknown ->
                take(reading, key, unknown.source() + "/" + unknown.aggregateId(), unknown.sequence());
            case Reading.Understood understood ->
                take(
                        reading,
                        key,
                        StoredRow.origin(understood.fact()),
                        understood.fact().sequence());
        }
    }

    private void take(Reading reading, String key, String origin, long sequence) {
        long last = sequences.last(origin);
        if (sequence <= last) {
            meters.counter("hocvu.duplicates.skipped", "consumer", "views").increment();
        } else if (sequence > last + 1) {
            if (!waiting.contains(key)) {
                meters.counter("hocvu.sequence.missing", "consumer", "views").increment();
            }
            park(reading.record(), "number " + (last + 1) + " of its history is missing", waiting.contains(key));
        } else if (foldOne(reading, origin, sequence) && waiting.contains(key)) {
            foldWaiting(key);
        }
    }

    /** Folds one fact; what a view cannot take parks its aggregate alone. */
    private boolean foldOne(Reading reading, String origin, long sequence) {
        if (reading instanceof Reading.Understood understood) {
            try {
                fold.apply(understood.fact());
            } catch (LeaseLost lost) {
                throw lost;
            } catch (RuntimeException failure) {
                park(reading.record(), failure.getClass().getSimpleName() + ": " + failure.getMessage(), false);
                return false;
            }
        }
        sequences.passed(origin, sequence);
        return true;
    }

    private void park(ConsumerRecord<String, byte[]> record, String reason, boolean behind) {
        parked.park(parkedUnder, record, reason, behind);
        waiting.add(ParkedMessages.keyOf(record));
        if (!behind) {
            LOG.atWarn()
                    .addKeyValue("key", record.key())
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("reason", reason)
                    .log("Rows of one aggregate wait; all others go on");
        }
    }

    private void retryDue() {
        for (String key : parked.due(parkedUnder)) {
            foldWaiting(key);
        }
        waiting.retainAll(parked.openKeys(parkedUnder).keySet());
    }

    /** Folds what waits of one aggregate as far as it is without a gap. */
    private void foldWaiting(String key) {
        for (ParkedMessage message : parked.open(parkedUnder, key)) {
            Reading reading = records.read(ParkedMessages.record(message));
            String origin;
            long sequence;
            switch (reading) {
                case Reading.Understood understood -> {
                    origin = StoredRow.origin(understood.fact());
                    sequence = understood.fact().sequence();
                }
                case Reading.Unknown unknown -> {
                    origin = unknown.source() + "/" + unknown.aggregateId();
                    sequence = unknown.sequence();
                }
                case Reading.Unreadable unreadable -> {
                    parked.failedAgain(message, unreadable.reason());
                    return;
                }
            }
            sequences.load(List.of(origin));
            long last = sequences.last(origin);
            if (sequence > last + 1) {
                parked.failedAgain(message, "number " + (last + 1) + " of its history is missing");
                return;
            }
            if (sequence > last) {
                if (!refold(reading, message, origin, sequence)) {
                    return;
                }
                moved = true;
            }
            parked.handled(message.id());
        }
        waiting.remove(key);
    }

    private boolean refold(Reading reading, ParkedMessage message, String origin, long sequence) {
        if (reading instanceof Reading.Understood understood) {
            try {
                fold.prepare(List.of(understood.fact()));
                fold.apply(understood.fact());
            } catch (LeaseLost lost) {
                throw lost;
            } catch (RuntimeException failure) {
                parked.failedAgain(message, failure.getClass().getSimpleName() + ": " + failure.getMessage());
                return false;
            }
        }
        sequences.passed(origin, sequence);
        return true;
    }

    private void flush() {
        if (!moved) {
            return;
        }
        ViewsAdvanced advanced = fold.write();
        sequences.write();
        positions.store(new Document(
                "offsets",
                next.entrySet().stream()
                        .map(entry -> new Document("topic", entry.getKey().topic())
                                .append("partition", entry.getKey().partition())
                                .append("next", entry.getValue()))
                        .toList()));
        moved = false;
        advance.to(Map.of());
        listener.accept(advanced);
    }

    /** Where the topics end now. */
    Map<TopicPartition, Long> ends() {
        Collection<TopicPartition> assigned = consumer.assignment();
        return assigned.isEmpty() ? Map.of() : consumer.endOffsets(assigned);
    }

    @Override
    public boolean caughtUp() {
        Map<TopicPartition, Long> ends = ends();
        return complete()
                && ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Next offsets by partition. */
    Map<TopicPartition, Long> offsets() {
        return new HashMap<>(next);
    }

    @Override
    public Progress progress() {
        long total = ends().values().stream().mapToLong(Long::longValue).sum();
        return new Progress(next.values().stream().mapToLong(Long::longValue).sum(), total);
    }

    int waiting() {
        return waiting.size();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
