package vn.hocvu.platform.viewstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker where the topics end, for whoever must not decide on yesterday's rows. */
final class TopicEnds {

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Set<String> topics;

    TopicEnds(Supplier<Consumer<String, byte[]>> consumers, Set<String> topics) {
        this.consumers = consumers;
        this.topics = topics;
    }

    Map<TopicPartition, Long> now() {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> all = new ArrayList<>();
            for (String topic : topics) {
                var partitions = consumer.partitionsFor(topic);
                if (partitions != null) {
                    partitions.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
                }
            }
            return all.isEmpty() ? Map.of() : consumer.endOffsets(all);
        }
    }
}
