package vn.hocvu.bench.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.hocvu.bench.measure.Await;
import vn.hocvu.bench.measure.Cpu;
import vn.hocvu.bench.measure.Figure;
import vn.hocvu.bench.measure.Figure.Target;
import vn.hocvu.bench.measure.Result;
import vn.hocvu.bench.measure.Samples;
import vn.hocvu.bench.measure.Wishes;
import vn.hocvu.bench.peers.RawProducer;
import vn.hocvu.bench.servers.Servers;
import vn.hocvu.bench.servers.Topics;
import vn.hocvu.local.servers.Database;

/** Publishes what waits in a store, beside a producer that only sends the same records. */
public final class RelayBench {
    /** The relay shall be at least this part of the raw producer's rate (quality.md, B4). */
    public static final double TARGET = 0.4;

    private static final int A_COMMAND = 400;
    private static final int PARTITIONS = 12;
    private static final int ATTEMPTS = 5;
    private static final int DISTINCT = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Servers servers;
    private final Topics topics;
    private final Settings settings;
    private final int payload;
    private final List<Double> relayCpu = new ArrayList<>();
    private final List<Double> rawCpu = new ArrayList<>();
    private int runs;

    private RelayBench(Servers servers, Topics topics, Settings settings, int payload) {
        this.servers = servers;
        this.topics = topics;
        this.settings = settings;
        this.payload = payload;
    }

    /**
     * Sizes.
     *
     * @param events   waiting in the store
     * @param payloads bytes of text in each event
     * @param rounds   of relay, producer, producer, relay
     */
    public record Settings(int events, List<Integer> payloads, int rounds, long seed) {
        public static Settings of(Wishes wishes) {
            return new Settings(
                    wishes.number("relay.events", 200_000),
                    wishes.texts("relay.payloads", "512,1024").stream()
                            .map(Integer::valueOf)
                            .toList(),
                    wishes.number("relay.rounds", 3),
                    wishes.number("seed", 20_200_101));
        }
    }

    public static Result run(Servers servers, Settings settings) {
        List<Figure> figures = new ArrayList<>();
        try (var topics = new Topics(servers.kafka())) {
            for (int payload : settings.payloads()) {
                figures.addAll(new RelayBench(servers, topics, settings, payload).measure());
            }
        }
        return new Result(
                "relay",
                "Relay: from the store to Kafka",
                settings,
                figures,
                List.of(
                        "The relay of `platform/event-stream` with its usual settings (batches of 500, one producer,"
                                + " `acks=all`, idempotent, lz4, books and token in PostgreSQL), from the start of the"
                                + " relay until Kafka has acknowledged the last event; looking at the topic and claiming"
                                + " the store are part of it.",
                        "The peer sends the very records that the relay made (key, value and all headers) from memory"
                                + " with the same producer settings.",
                        "Broker and database are processes of their own on the same machine; processor time is that of the"
                                + " sending process alone."));
    }

    private List<Figure> measure() {
        Database database = servers.database("notes_" + payload);
        fill(database, new Text(payload, settings.seed()));
        relay(database);
        List<ConsumerRecord<String, byte[]>> records =
                RawProducer.first(Math.min(DISTINCT, settings.events()), servers.kafka(), topics, topic());
        raw(records);
        relayCpu.clear();
        rawCpu.clear();
        var pair = Samples.sideBySide(settings.rounds(), () -> relay(database), () -> raw(records));
        String suffix = ", " + payload + " B";
        return List.of(
                Figure.promised("relay over raw producer" + suffix, "×", pair.ratio(), Target.atLeast(TARGET)),
                Figure.orientation("relay" + suffix, "events/s", pair.a()),
                Figure.orientation("raw idempotent producer" + suffix, "records/s", pair.b()),
                Figure.orientation("relay: processor time" + suffix, "µs/event", new Samples(relayCpu)),
                Figure.orientation(
                        "raw idempotent producer: processor time" + suffix, "µs/record", new Samples(rawCpu)));
    }

    private String topic() {
        return "bench.notes." + payload + "." + runs;
    }

    private String nextTopic() {
        if (runs > 0) {
            topics.delete(topic());
        }
        runs++;
        return topic();
    }

    /** By commands, as everything gets into a store. */
    private void fill(Database database, Text text) {
        try (var service = NoteService.start(servers, database, "bench.unused", false)) {
            int notebook = 0;
            for (int first = 0; first < settings.events(); first += A_COMMAND) {
                int notes = Math.min(A_COMMAND, settings.events() - first);
                NoteService.write(service, "notebook-" + database.username() + "-" + notebook++, first, notes, text);
            }
        }
    }

    private double relay(Database database) {
        forgetWhatWasPublished(database);
        String topic = nextTopic();
        try (var service = NoteService.start(servers, database, topic, true)) {
            Await.until("the relay", LIMIT, () -> NoteService.relayed(service) >= settings.events());
            var gun = service.getBean(NoteService.StartingGun.class);
            double seconds = (System.nanoTime() - gun.firedAt()) / 1e9;
            relayCpu.add(Cpu.microsEach(gun.cpuAt(), settings.events()));
            requireComplete(topic);
            return settings.events() / seconds;
        }
    }

    private void requireComplete(String topic) {
        long published = topics.records(topic);
        if (published != settings.events()) {
            throw new IllegalStateException(published + " records on the topic, not " + settings.events());
        }
    }

    /** Everything waits again, for another topic. */
    private void forgetWhatWasPublished(Database database) {
        var books = JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password()));
        List.of("token_entry", "relay_block", "relay_progress", "relay_topic")
                .forEach(table -> books.sql("delete from " + table).update());
    }

    /**
     * On a topic that was just made, an idempotent producer now and then begins its numbers anew, and the broker refuses
     * them; such a run is no measurement and is made again.
     */
    private double raw(List<ConsumerRecord<String, byte[]>> records) {
        for (int attempt = 1; ; attempt++) {
            try {
                return rawOnce(records);
            } catch (RawProducer.NotAcknowledged refused) {
                if (attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }

    private double rawOnce(List<ConsumerRecord<String, byte[]>> records) {
        String topic = nextTopic();
        topics.create(topic, PARTITIONS);
        long cpu = Cpu.nanos();
        double perSecond = RawProducer.perSecond(servers.kafka(), topic, records, settings.events());
        rawCpu.add(Cpu.microsEach(cpu, settings.events()));
        requireComplete(topic);
        return perSecond;
    }
}
