package vn.hocvu.platform.eventstream.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vn.hocvu.platform.eventstream.KafkaConnection;

/** The one idempotent producer of this process; a failed send closes it, and the next batch gets a new one. */
final class RelayProducer implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final KafkaConnection kafka;
    private final RelaySettings settings;
    private final MeterRegistry meters;
    private final Map<Integer, Long> lastOffsets = new HashMap<>();
    private @Nullable KafkaProducer<String, byte[]> producer;
    private @Nullable KafkaClientMetrics metrics;

    RelayProducer(KafkaConnection kafka, RelaySettings settings, MeterRegistry meters) {
        this.kafka = kafka;
        this.settings = settings;
        this.meters = meters;
    }

    /** Begins a batch on the current producer. */
    Sending begin() {
        return new Sending(current());
    }

    private synchronized KafkaProducer<String, byte[]> current() {
        if (producer == null) {
            var made = new KafkaProducer<>(configuration(), new StringSerializer(), new ByteArraySerializer());
            metrics = new KafkaClientMetrics(made);
            metrics.bindTo(meters);
            producer = made;
        }
        return producer;
    }

    private Map<String, Object> configuration() {
        return kafka.with(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "relay",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                5,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) settings.deliveryTimeout().toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) settings.deliveryTimeout().toMillis() / 3,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                settings.brokerPatience().toMillis(),
                // A batch is flushed at its end; waiting for more in between would only cost time.
                ProducerConfig.LINGER_MS_CONFIG,
                2,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1024));
    }

    /** Forgets the producer, with whatever it has not sent. */
    @Override
    public synchronized void close() {
        if (metrics != null) {
            metrics.close();
            metrics = null;
        }
        if (producer != null) {
            producer.close(CLOSING);
            producer = null;
        }
    }

    /** Forgets which offsets were acknowledged: the topic has become another. */
    void forgetOffsets() {
        synchronized (lastOffsets) {
            lastOffsets.clear();
        }
    }

    private void acknowledged(RecordMetadata record) {
        synchronized (lastOffsets) {
            var last = lastOffsets.put(record.partition(), record.offset());
            if (last != null && record.offset() <= last) {
                throw new TailLost(record.partition(), last, record.offset());
            }
        }
    }

    /** The sends of one batch. */
    final class Sending {
        private final KafkaProducer<String, byte[]> by;
        private final List<Future<RecordMetadata>> sent = new ArrayList<>();

        private Sending(KafkaProducer<String, byte[]> by) {
            this.by = by;
        }

        /**
         * Hands a record over.
         *
         * @throws SendFailed if it failed at once, as when the broker is not found in time: what comes after it must not
         *                    be sent, or it would overtake it
         */
        void send(ProducerRecord<String, byte[]> record) {
            var future = by.send(record, (done, failed) -> {
                if (failed != null) {
                    // Whatever is still waiting would overtake this record on the topic.
                    by.close(Duration.ZERO);
                }
            });
            sent.add(future);
            if (future.isDone()) {
                await(future);
            }
        }

        /**
         * Waits until the broker has acknowledged every send.
         *
         * @return last offset per partition
         * @throws SendFailed if one was not acknowledged
         * @throws TailLost   if the broker has given an offset anew
         */
        Map<Integer, Long> acknowledged() {
            if (sent.isEmpty()) {
                return Map.of();
            }
            by.flush();
            var offsets = new TreeMap<Integer, Long>();
            for (var future : sent) {
                var record = await(future);
                RelayProducer.this.acknowledged(record);
                offsets.merge(record.partition(), record.offset(), Long::max);
            }
            return offsets;
        }

        private RecordMetadata await(Future<RecordMetadata> future) {
            try {
                return future.get(settings.deliveryTimeout().toMillis() + 5_000, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SendFailed(e);
            } catch (ExecutionException | TimeoutException e) {
                throw new SendFailed(e.getCause() == null ? e : e.getCause());
            }
        }
    }

    /** The broker did not acknowledge. */
    static final class SendFailed extends RuntimeException {
        SendFailed(Throwable cause) {
            super("not acknowledged: " + cause.getMessage(), cause);
        }
    }

    /** The broker has forgotten records that it had acknowledged. */
    static final class TailLost extends RuntimeException {
        TailLost(int partition, long last, long now) {
            super("partition " + partition + " gave offset " + now + " after it had acknowledged " + last);
        }
    }
}
