package vn.hocvu.bench.peers;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.bench.fold.SeatFact;
import vn.hocvu.bench.servers.Topics;

/**
 * The usual projection: every event becomes one upsert of its row. It keeps no position, guards against no repeat and no
 * gap, so it does less than the product.
 */
public final class EventByEvent {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private EventByEvent() {}

    /**
     * Projects the first events of a topic into an empty collection.
     *
     * @return events a second
     */
    public static double perSecond(String bootstrap, Topics topics, String topic, String mongo, int count) {
        try (var client = MongoClients.create(mongo);
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap, "max.poll.records", "5000"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var rows = client.getDatabase("peer").getCollection("roll");
            rows.drop();
            var partitions = topics.partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var first = consumer.poll(Duration.ofSeconds(30));
            long start = System.nanoTime();
            int done = 0;
            for (var batch = first; done < count; batch = consumer.poll(Duration.ofSeconds(30))) {
                if (batch.isEmpty()) {
                    throw new IllegalStateException("only " + done + " events of " + count + " on " + topic);
                }
                for (var record : batch) {
                    if (done < count) {
                        project(record, rows);
                        done++;
                    }
                }
            }
            return count / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static void project(ConsumerRecord<String, byte[]> record, MongoCollection<Document> rows) {
        SeatFact seat = JSON.readValue(record.value(), SeatFact.class);
        rows.updateOne(
                Filters.eq("_id", seat.classId()),
                Updates.combine(
                        Updates.inc(seat.change() > 0 ? "given" : "freed", 1),
                        Updates.inc("byOrganization." + seat.organization(), seat.change()),
                        Updates.set("lastOn", seat.effectiveOn())),
                UPSERT);
    }
}
