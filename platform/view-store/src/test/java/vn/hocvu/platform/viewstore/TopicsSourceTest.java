package vn.hocvu.platform.viewstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hocvu.local.servers.KafkaServer;
import vn.hocvu.platform.eventstream.KafkaConnection;
import vn.hocvu.platform.eventstream.reading.Consumers;
import vn.hocvu.platform.eventstream.reading.Records;

class TopicsSourceTest {
    private static final String TOPIC = "hocvu.hall.events.v1";
    private static final int PARTITIONS = 12;
    private static final int RECORDS = 600;
    private static final Duration IMPATIENT = Duration.ofMillis(1);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Whoever believes it earlier lets rows serve that were never folded. */
    @Test
    void theEndIsReachedOnlyWhenEverythingWasRead(@TempDir Path folder) throws Exception {
        try (var kafka = KafkaServer.start(folder)) {
            var connection = new KafkaConnection(kafka.bootstrap(), Map.of());
            fill(kafka.bootstrap());
            var consumer = Consumers.of(connection, "test", "test", "earliest", 50);
            try (var source = new TopicsSource(
                    consumer, Admin.create(connection.with(Map.of())), Set.of(TOPIC), new Records(List.of()), null)) {
                var read = 0;
                var end = System.nanoTime() + LIMIT.toNanos();
                while (!source.caughtUp() && System.nanoTime() < end) {
                    read += source.poll(IMPATIENT).size();
                }

                assertThat(source.caughtUp()).isTrue();
                assertThat(read).isEqualTo(RECORDS);
            }
        }
    }

    private static void fill(String bootstrap) throws Exception {
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrap);
        try (var admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        Map<String, Object> plain = Map.of("bootstrap.servers", bootstrap, "enable.idempotence", false);
        try (var producer = new KafkaProducer<>(plain, new StringSerializer(), new ByteArraySerializer())) {
            for (var i = 0; i < RECORDS; i++) {
                var unused = producer.send(new ProducerRecord<>(TOPIC, "hall-" + i, new byte[] {1}));
            }
            producer.flush();
        }
    }
}
