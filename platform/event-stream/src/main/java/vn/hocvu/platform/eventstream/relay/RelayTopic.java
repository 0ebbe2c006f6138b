package vn.hocvu.platform.eventstream.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.hocvu.platform.eventstream.KafkaConnection;

/** The service's topic: declared with its final number of partitions, and looked at whenever the relay begins. */
final class RelayTopic {
    private final KafkaConnection kafka;
    private final RelaySettings settings;
    private final String name;

    RelayTopic(KafkaConnection kafka, RelaySettings settings, String name) {
        this.kafka = kafka;
        this.settings = settings;
        this.name = name;
    }

    /**
     * The topic as the broker has it.
     *
     * @param ends next offset per partition
     */
    record State(String id, int partitions, Map<Integer, Long> ends) {
        /** Whether the broker still has every record up to these offsets. */
        boolean has(Map<Integer, Long> offsets) {
            return offsets.entrySet().stream().allMatch(e -> e.getValue() < ends.getOrDefault(e.getKey(), 0L));
        }
    }

    /**
     * Looks at the topic, and creates it where it is missing.
     *
     * @throws BrokerAway if the broker does not answer
     * @throws Unsuitable if the topic has another number of partitions
     */
    State look() {
        try (var admin = Admin.create(kafka.with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) settings.brokerPatience().toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) settings.brokerPatience().toMillis())))) {
            var topic = describe(admin)
                    .or(() -> create(admin))
                    .orElseThrow(() -> new BrokerAway(new TimeoutException("the new topic is not visible yet")));
            var partitions = topic.partitions().size();
            if (partitions != settings.partitions()) {
                throw new Unsuitable(
                        name + " has " + partitions + " partitions, this service is made for " + settings.partitions()
                                + ": with another number, the events of one aggregate would lose their order");
            }
            return new State(topic.topicId().toString(), partitions, ends(admin, partitions));
        }
    }

    private Optional<TopicDescription> describe(Admin admin) {
        return get(admin.describeTopics(List.of(name)).allTopicNames(), UnknownTopicOrPartitionException.class)
                .map(topics -> topics.get(name));
    }

    private Optional<TopicDescription> create(Admin admin) {
        var topic = new NewTopic(name, settings.partitions(), settings.replicas())
                .configs(Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete"));
        get(admin.createTopics(List.of(topic)).all(), TopicExistsException.class);
        return describe(admin);
    }

    private Map<Integer, Long> ends(Admin admin, int partitions) {
        var asked = IntStream.range(0, partitions)
                .mapToObj(p -> new TopicPartition(name, p))
                .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        var ends = new TreeMap<Integer, Long>();
        get(admin.listOffsets(asked).all(), UnknownTopicOrPartitionException.class)
                .orElse(Map.of())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    private <T> Optional<T> get(KafkaFuture<T> future, Class<? extends Exception> absent) {
        try {
            return Optional.ofNullable(future.get(settings.brokerPatience().toMillis() + 1_000, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAway(e);
        } catch (TimeoutException e) {
            throw new BrokerAway(e);
        } catch (ExecutionException e) {
            if (absent.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw new BrokerAway(e.getCause() == null ? e : e.getCause());
        }
    }

    /** The broker cannot be asked. */
    static final class BrokerAway extends RuntimeException {
        BrokerAway(Throwable cause) {
            super("Kafka does not answer: " + cause.getMessage(), cause);
        }
    }

    /** The topic must not be written to. */
    static final class Unsuitable extends RuntimeException {
        Unsuitable(String message) {
            super(message);
        }
    }
}
