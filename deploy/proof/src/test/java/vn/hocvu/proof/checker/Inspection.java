package vn.hocvu.proof.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import vn.hocvu.proof.checker.Evidence.Limit;
import vn.hocvu.proof.checker.Evidence.Meter;
import vn.hocvu.proof.checker.Evidence.RowPair;
import vn.hocvu.proof.checker.Evidence.Screen;
import vn.hocvu.proof.history.History;
import vn.hocvu.proof.load.Api;
import vn.hocvu.proof.load.Viewer;
import vn.hocvu.proof.system.RunningSystem;
import vn.hocvu.proof.system.Service;
import vn.hocvu.proof.system.Waiting;

/** Waits for a quiet moment of the running system and collects the evidence. */
public final class Inspection implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final Pattern METER = Pattern.compile("(?m)^(hocvu_[a-z_]+)(\\{[^}]*})? (\\S+)");
    /** Instruments that say zero when nothing lags, misses or is parked. */
    private static final List<String> ZERO = List.of(
            "hocvu_relay_lag_seconds",
            "hocvu_relay_backlog_events",
            "hocvu_relay_reconciliation_missing_events_total",
            "hocvu_policy_lag_seconds",
            "hocvu_view_lag_seconds",
            "hocvu_parked_keys",
            "hocvu_sequence_missing_total");

    private final RunningSystem system;
    private final Api api;
    private final Stores stores;
    private final Topics topics;
    private final ViewServer views;

    public Inspection(RunningSystem system, Api api) {
        this.system = system;
        this.api = api;
        this.stores = new Stores(system);
        this.topics = new Topics(system.bootstrap());
        this.views = new ViewServer(system.mongo());
    }

    public ViewServer views() {
        return views;
    }

    /** How many records the topics hold that a service folds. */
    public long facts(Service service) {
        var folded = views.topics(service);
        return topics.ends().entrySet().stream()
                .filter(end -> folded.contains(end.getKey().topic()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many records the generation that is being built has behind it for good. */
    public long built(Service service) {
        return views.built(service);
    }

    /** Waits until everything that was decided is published, reacted to and shown. */
    public void awaitQuiet() {
        var last = new AtomicReference<String>("");
        var count = new long[] {-1};
        Waiting.until(
                "a quiet moment",
                LIMIT,
                () -> {
                    try {
                        var before = decided();
                        var open = open();
                        last.set(open.toString());
                        var quiet = open.isEmpty() && count[0] == before && decided() == before;
                        count[0] = before;
                        return quiet;
                    } catch (RuntimeException away) {
                        last.set(away + ", " + away.getCause());
                        return false;
                    }
                },
                last::get);
    }

    private long decided() {
        var all = 0L;
        for (var service : Service.values()) all += stores.highest(service);
        return all;
    }

    /** What is under way, in words; nothing when all is quiet. */
    private List<String> open() {
        var open = new ArrayList<String>();
        var ends = topics.ends();
        topics.unhandled(ends).forEach((group, left) -> {
            if (left > 0) open.add(group + " has " + left + " to handle");
        });
        for (var service : Service.values()) {
            if (service != Service.REPORTING && stores.published(service) < stores.highest(service)) {
                open.add(service + " has not published all");
            }
            if (stores.parked(service) > 0) open.add(service + " parked " + stores.parkedReasons(service));
            var feeds = views.feeds(service);
            if (feeds.isEmpty()) open.add(service + " has no rows");
            if (feeds.containsKey("own") && views.ownPosition(service) < stores.highest(service)) {
                open.add(service + " has not folded its own events");
            }
            feeds.keySet().stream()
                    .filter(feed -> views.building(service, feed) > 0)
                    .forEach(feed -> open.add(service + " rebuilds " + feed));
            if (feeds.containsKey("topics")) {
                var folded = views.topics(service);
                var places = views.topicPositions(service);
                ends.forEach((partition, end) -> {
                    if (folded.contains(partition.topic()) && places.getOrDefault(partition, 0L) < end) {
                        open.add(service + " has not folded " + partition);
                    }
                });
                if (folded.isEmpty()) open.add(service + " knows no topic yet");
            }
        }
        return open;
    }

    /** Waits until all is quiet, has every row folded anew, and collects everything. */
    public Evidence collect(History history, List<Viewer> viewers, int year) {
        awaitQuiet();
        var screens = screens(viewers, year);
        var meters = meters();
        var rows = foldedAnew();
        var limits = new ArrayList<>(stores.limits());
        limits.addAll(memory());
        return new Evidence(
                history.lines(),
                stores.events(),
                stores.handled(),
                topics.records(),
                rows,
                screens,
                views.intakes(),
                limits,
                meters);
    }

    private List<Screen> screens(List<Viewer> viewers, int year) {
        var screens = new ArrayList<Screen>();
        var number = 0;
        for (var viewer : viewers) {
            Waiting.within(Duration.ofSeconds(30), () -> viewer.seen().equals(Viewer.truth(api, year)));
            screens.add(new Screen("viewer " + ++number, viewer.seen(), Viewer.truth(api, year)));
        }
        return screens;
    }

    /** Every feed of every service is built once more beside the serving rows; then both are compared. */
    private List<RowPair> foldedAnew() {
        var before = new TreeMap<String, Integer>();
        for (var service : Service.values()) {
            for (var feed : views.feeds(service).keySet()) {
                before.put(service + " " + feed, views.serving(service, feed));
                views.askForRebuild(service, feed);
            }
        }
        var pairs = new ArrayList<RowPair>();
        for (var service : Service.values()) {
            for (var feed : views.feeds(service).keySet()) {
                int kept = before.getOrDefault(service + " " + feed, 0);
                Waiting.until(
                        "fresh rows of " + service + " " + feed,
                        LIMIT,
                        () -> views.serving(service, feed) > kept && views.building(service, feed) == 0);
                pairs.addAll(views.compare(service, feed, kept, views.serving(service, feed)));
            }
        }
        return pairs;
    }

    /** Instruments at a quiet moment; they are measured twice a second, so zero is given a moment to come. */
    private List<Meter> meters() {
        var last = new AtomicReference<List<Meter>>(List.of());
        Waiting.within(Duration.ofSeconds(20), () -> {
            last.set(read());
            return !last.get().isEmpty() && last.get().stream().allMatch(meter -> meter.value() == 0);
        });
        return last.get();
    }

    private List<Meter> read() {
        var meters = new ArrayList<Meter>();
        for (var program : programs()) {
            var lines = METER.matcher(api.meters(program));
            while (lines.find()) {
                if (ZERO.contains(lines.group(1))) {
                    meters.add(new Meter(
                            program,
                            lines.group(1) + (lines.group(2) == null ? "" : lines.group(2)),
                            Double.parseDouble(lines.group(3))));
                }
            }
        }
        return meters;
    }

    /** An instrument of one program now, summed over its tags; -1 if it does not answer. */
    public double meter(String program, String name) {
        var lines = METER.matcher(api.meters(program));
        var sum = 0.0;
        var found = false;
        while (lines.find()) {
            if (lines.group(1).equals(name)) {
                sum += Double.parseDouble(lines.group(3));
                found = true;
            }
        }
        return found ? sum : -1;
    }

    private List<Limit> memory() {
        return programs().stream()
                .map(program -> new Limit(
                        "length of the log of " + program,
                        system.program(program).log().toFile().length(),
                        100_000_000))
                .toList();
    }

    private List<String> programs() {
        var programs = new ArrayList<String>();
        for (var service : Service.values()) programs.add(service.word());
        return programs;
    }

    @Override
    public void close() {
        topics.close();
        views.close();
    }
}
