package vn.hocvu.bench.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.hocvu.bench.servers.Topics;

/**
 * Kafka's own idempotent producer at full speed, with the relay's settings: it reads no store, makes no JSON, waits for
 * no batch and keeps no books, so nothing that publishes can be faster.
 */
public final class RawProducer {
    private RawProducer() {}

    /** The broker did not take a record. */
    public static final class NotAcknowledged extends IllegalStateException {
        private NotAcknowledged(Exception cause) {
            super("a record was not acknowledged", cause);
        }
    }

    /** The first records of a topic, as whoever published them made them. */
    public static List<ConsumerRecord<String, byte[]>> first(int count, String bootstrap, Topics topics, String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(count);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = topics.partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (records.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
            }
        }
        if (records.size() < count) {
            throw new IllegalStateException("only " + records.size() + " records of " + count + " on " + topic);
        }
        return List.copyOf(records.subList(0, count));
    }

    /**
     * Sends the records, from the first again when they are used up.
     *
     * @return records acknowledged a second
     */
    public static double perSecond(
            String bootstrap, String topic, List<ConsumerRecord<String, byte[]>> records, int count) {
        var failure = new AtomicReference<Exception>();
        try (var producer = open(bootstrap)) {
            producer.partitionsFor(topic);
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                var record = records.get(i % records.size());
                var again = new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
                Future<?> unused = producer.send(again, (sent, failed) -> { // the callback hears of failures
                    if (failed != null) {
                        failure.set(failed);
                    }
                });
            }
            producer.flush();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (failure.get() != null) {
                throw new NotAcknowledged(failure.get());
            }
            return count / seconds;
        }
    }

    /** Settings of the relay's producer. */
    public static KafkaProducer<String, byte[]> open(String bootstrap) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "acks", "all",
                        "enable.idempotence", "true",
                        "max.in.flight.requests.per.connection", "5",
                        "compression.type", "lz4",
                        "linger.ms", "2",
                        "batch.size", Integer.toString(256 * 1024),
                        "delivery.timeout.ms", "60000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
