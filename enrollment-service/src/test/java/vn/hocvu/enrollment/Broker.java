package vn.hocvu.enrollment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks for the other services, and hears what enrollment says. */
final class Broker implements AutoCloseable {
    private static final String OWN_TOPIC = "hocvu.enrollment.events.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final Map<String, Integer> sequences = new HashMap<>();
    private final List<Said> heard = new ArrayList<>();
    private final JsonMapper json = JsonMapper.builder().build();

    /** Something enrollment said. */
    record Said(String type, String id, String key, JsonNode payload) {}

    Broker(String bootstrap) {
        var settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("group.id", "enrollment-test-" + UUID.randomUUID());
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /** Tells a fact of another service, under a fresh id. */
    String tell(String source, String type, String aggregateId, String payload) {
        var id = UUID.randomUUID().toString();
        int sequence = sequences.merge(source + aggregateId, 1, Integer::sum) - 1;
        tell(source, type, aggregateId, payload, id, sequence);
        return id;
    }

    void tell(String source, String type, String aggregateId, String payload, String id, int sequence) {
        var topic = "hocvu." + source + ".events.v1";
        var message = new ProducerRecord<>(topic, aggregateId, payload);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", id);
        header(message, "ce_type", "vn.hocvu." + source + "." + type + ".v1");
        header(message, "ce_source", source);
        header(message, "ce_subject", aggregateId);
        header(message, "ce_time", Instant.now().toString());
        header(message, "ce_sequence", Integer.toString(sequence));
        producer.send(message);
        producer.flush();
    }

    /** Waits until enrollment has said something that fits. */
    Said await(String type, Predicate<JsonNode> fits) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = heard(type).stream().filter(s -> fits.test(s.payload())).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            poll();
        }
        throw new AssertionError("enrollment did not say " + type + " in time; heard was " + heard);
    }

    /** What enrollment has said so far of that type. */
    List<Said> heard(String type) {
        return heard.stream().filter(s -> s.type().equals(type)).toList();
    }

    /** Everything enrollment has said, as text. */
    String everything() {
        poll();
        return heard.toString();
    }

    private void poll() {
        if (consumer.assignment().isEmpty()) {
            var partitions = consumer.partitionsFor(OWN_TOPIC).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        for (var message : consumer.poll(Duration.ofMillis(200))) {
            heard.add(new Said(
                    header(message, "ce_type")
                            .replace("vn.hocvu.enrollment.", "")
                            .replace(".v1", ""),
                    header(message, "ce_id"),
                    message.key(),
                    json.readTree(message.value())));
        }
    }

    private static void header(ProducerRecord<String, String> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
