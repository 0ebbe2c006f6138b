package vn.hocvu.bench.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.bench.peers.RawProducer;
import vn.hocvu.platform.eventstore.StoredJson;
import vn.hocvu.platform.eventstream.CloudEventHeaders;

/**
 * Invented changes of seats, the same for the same seed, in the form in which a relay publishes them.
 *
 * @param keys {@code uniform}: every class changes equally often; {@code zipf}: few classes change most
 */
record Seats(int events, int classes, String keys, long seed) {
    static final String TYPE = "vn.hocvu.bench.SeatChanged.v1";
    private static final String[] ORGANIZATIONS = {"ba-vi", "soc-son", "dong-anh", "thanh-oai", "me-linh"};
    private static final JsonMapper JSON = StoredJson.mapper();

    void publish(String bootstrap, String topic) {
        var failure = new AtomicReference<Exception>();
        var chance = new Random(seed);
        int[] sequences = new int[classes];
        double[] shares = shares();
        try (var producer = RawProducer.open(bootstrap)) {
            for (int number = 0; number < events; number++) {
                int one = pick(shares, chance);
                Future<?> unused = producer.send( // the callback hears of failures
                        record(topic, number, one, sequences[one]++), (sent, failed) -> {
                            if (failed != null) {
                                failure.set(failed);
                            }
                        });
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("a record was not acknowledged", failure.get());
        }
    }

    /** Upper end of each class's share, the last being 1. */
    private double[] shares() {
        double[] shares = new double[classes];
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += keys.equals("zipf") ? 1.0 / (i + 1) : 1;
            shares[i] = sum;
        }
        for (int i = 0; i < classes; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static int pick(double[] shares, Random chance) {
        int found = Arrays.binarySearch(shares, chance.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, shares.length - 1);
    }

    private ProducerRecord<String, byte[]> record(String topic, int number, int one, int sequence) {
        String classId = id("class", one);
        var seat = new SeatFact(
                classId,
                id("learner", number / 2),
                ORGANIZATIONS[number % ORGANIZATIONS.length],
                sequence % 4 == 3 ? -1 : 1,
                "2020-%02d-%02d".formatted(1 + number % 12, 1 + number % 28));
        var record = new ProducerRecord<>(topic, classId, JSON.writeValueAsBytes(seat));
        envelope(classId, number, sequence)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static Map<String, String> envelope(String classId, int number, int sequence) {
        return Map.ofEntries(
                Map.entry(CloudEventHeaders.SPEC_VERSION, "1.0"),
                Map.entry(CloudEventHeaders.ID, id("event", number)),
                Map.entry(CloudEventHeaders.TYPE, TYPE),
                Map.entry(CloudEventHeaders.SOURCE, "bench"),
                Map.entry(CloudEventHeaders.SUBJECT, classId),
                Map.entry(CloudEventHeaders.TIME, "2020-05-01T01:02:03.456Z"),
                Map.entry(CloudEventHeaders.SEQUENCE, Integer.toString(sequence)),
                Map.entry(CloudEventHeaders.CONTENT_TYPE, "application/json"),
                Map.entry(CloudEventHeaders.CORRELATION_ID, id("story", number)),
                Map.entry(CloudEventHeaders.CAUSATION_ID, id("cause", number)),
                Map.entry(CloudEventHeaders.ACTOR, "admissions_officer"),
                Map.entry(CloudEventHeaders.COMMAND_ID, id("command", number)),
                Map.entry(CloudEventHeaders.ROLE, "ADMISSIONS_OFFICER"),
                Map.entry(CloudEventHeaders.ORGANIZATION, "truong"));
    }

    private static String id(String kind, int number) {
        return new UUID(kind.hashCode(), number).toString();
    }
}
