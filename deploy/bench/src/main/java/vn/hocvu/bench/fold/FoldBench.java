package vn.hocvu.bench.fold;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import vn.hocvu.bench.measure.Figure;
import vn.hocvu.bench.measure.Figure.Target;
import vn.hocvu.bench.measure.Result;
import vn.hocvu.bench.measure.Samples;
import vn.hocvu.bench.measure.Wishes;
import vn.hocvu.bench.peers.EventByEvent;
import vn.hocvu.bench.servers.Servers;
import vn.hocvu.bench.servers.Topics;
import vn.hocvu.platform.viewstore.Views;

/** Rebuilds a view from a whole topic, beside a projection that writes once per event to the same server. */
public final class FoldBench {
    /** Rebuilding shall be so many times as fast as the peer (quality.md, B6). */
    public static final double TARGET = 20;

    private static final double TARGET_RATE = 100_000;
    private static final int PARTITIONS = 12;

    private final Servers servers;
    private final Topics topics;
    private final Settings settings;
    private final String keys;

    private FoldBench(Servers servers, Topics topics, Settings settings, String keys) {
        this.servers = servers;
        this.topics = topics;
        this.settings = settings;
        this.keys = keys;
    }

    /**
     * Sizes.
     *
     * @param events  on the topic
     * @param classes that they concern, each a row
     * @param keys    how events spread over classes
     * @param upserts events that the peer projects, fewer since it takes long
     * @param journal events of the worst case, each a row; 0 leaves it out
     * @param rounds  of fold, peer, peer, fold
     */
    public record Settings(
            int events, int classes, List<String> keys, int upserts, int journal, int rounds, long seed) {
        public static Settings of(Wishes wishes) {
            return new Settings(
                    wishes.number("fold.events", 1_000_000),
                    wishes.number("fold.classes", 10_000),
                    wishes.texts("fold.keys", "uniform,zipf"),
                    wishes.number("fold.upserts", 20_000),
                    wishes.number("fold.journal", 100_000),
                    wishes.number("fold.rounds", 3),
                    wishes.number("seed", 20_200_101));
        }
    }

    public static Result run(Servers servers, Settings settings) {
        List<Figure> figures = new ArrayList<>();
        try (var topics = new Topics(servers.kafka())) {
            for (String keys : settings.keys()) {
                figures.addAll(new FoldBench(servers, topics, settings, keys).measure());
            }
            if (settings.journal() > 0) {
                figures.add(new FoldBench(servers, topics, settings, "uniform").worstCase());
            }
        }
        return new Result(
                "fold",
                "Folds: rows from a whole topic",
                settings,
                figures,
                List.of(
                        "The fold engine of `platform/view-store` rebuilds a view of one row per class (numbers by"
                                + " sending body, guarded by sequence) into a new generation while the old one serves,"
                                + " from the order to rebuild until the new rows serve pages. Row totals are compared"
                                + " with the topic after the last rebuild.",
                        "The peer reads the same topic and sends one `$inc` upsert per event to the same view server; it"
                                + " keeps no position and guards against nothing.",
                        "A row per event is the worst case: folding saves no write there. How much faster the fold is than"
                                + " the peer depends on how many events a row takes."));
    }

    private List<Figure> measure() {
        String topic = publish("bench.seats." + keys, settings.events());
        try (var service = service(topic, "roll")) {
            ViewService.rebuild(service);
            peer(topic);
            var pair = Samples.sideBySide(settings.rounds(), () -> fold(service, settings.events()), () -> peer(topic));
            requireRight(service);
            return List.of(
                    Figure.promised(
                            "rebuild over one upsert per event, " + keys, "×", pair.ratio(), Target.atLeast(TARGET)),
                    Figure.promised("rebuild, " + keys, "events/s", pair.a(), Target.atLeast(TARGET_RATE)),
                    Figure.orientation("one upsert per event, " + keys, "events/s", pair.b()));
        } finally {
            topics.delete(topic);
        }
    }

    private Figure worstCase() {
        String topic = publish("bench.journal", settings.journal());
        try (var service = service(topic, "journal")) {
            double[] perSecond = new double[settings.rounds() * 2];
            for (int i = 0; i < perSecond.length; i++) {
                perSecond[i] = fold(service, settings.journal());
            }
            return Figure.orientation("rebuild, a row per event", "events/s", Samples.of(perSecond));
        } finally {
            topics.delete(topic);
        }
    }

    private String publish(String topic, int events) {
        topics.create(topic, PARTITIONS);
        new Seats(events, settings.classes(), keys, settings.seed()).publish(servers.kafka(), topic);
        return topic;
    }

    private ConfigurableApplicationContext service(String topic, String view) {
        String name = view + "_" + keys;
        return ViewService.start(servers, servers.database(name), servers.mongo(name), topic, view);
    }

    private static double fold(ConfigurableApplicationContext service, int events) {
        return events / ViewService.rebuild(service);
    }

    private double peer(String topic) {
        int count = Math.min(settings.upserts(), settings.events());
        return EventByEvent.perSecond(servers.kafka(), topics, topic, servers.mongo("peer"), count);
    }

    private void requireRight(ConfigurableApplicationContext service) {
        int counted = service.getBean(Views.class).rows(RollView.class).all().stream()
                .mapToInt(row -> row.given() + row.freed())
                .sum();
        if (counted != settings.events()) {
            throw new IllegalStateException("rows say " + counted + " events, not " + settings.events());
        }
    }
}
