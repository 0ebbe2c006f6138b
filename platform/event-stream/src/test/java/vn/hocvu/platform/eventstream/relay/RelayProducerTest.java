package vn.hocvu.platform.eventstream.relay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.hocvu.platform.eventstream.KafkaConnection;

class RelayProducerTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    /** Else the broker might be found for the next record, which would then stand on the topic before this one. */
    @Test
    void aRecordThatFailsAtOnceEndsTheBatchBeforeTheNextIsSent() {
        var nobodyListens = new KafkaConnection("127.0.0.1:1", Map.of());
        try (var producer = new RelayProducer(nobodyListens, impatient(), new SimpleMeterRegistry())) {
            var sending = producer.begin();

            assertThatThrownBy(() -> sending.send(new ProducerRecord<>("lamps", "lamp", new byte[] {1})))
                    .isInstanceOf(RelayProducer.SendFailed.class);
        }
    }

    private static RelaySettings impatient() {
        return new RelaySettings(true, 500, 12, (short) 1, Duration.ofSeconds(5), SHORT, 1_000, SHORT, SHORT, 900_000);
    }
}
