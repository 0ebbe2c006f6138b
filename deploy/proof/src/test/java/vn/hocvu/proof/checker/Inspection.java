package vn.hocvu.proof.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hocvu.proof.checker.Evidence.Limit;
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
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final long LONGEST_LOG = 100_000_000;

    private final RunningSystem system;
    private final Api api;
    private final Stores stores;
    private final Topics topics;
    private final ViewServer views;
    private final Instruments instruments;
    private final Quiet quiet;

    public Inspection(RunningSystem system, Api api) {
        this.system = system;
        this.api = api;
        this.stores = new Stores(system);
        this.topics = new Topics(system.bootstrap());
        this.views = new ViewServer(system.mongo());
        this.instruments = new Instruments(api);
        this.quiet = new Quiet(stores, topics, views);
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

    /** An instrument of a program now, summed over its tags; -1 if it does not answer. */
    public double meter(String program, String name) {
        return instruments.now(program, name);
    }

    /** Waits until all is quiet, has every row folded anew, and collects everything. */
    public Evidence collect(History history, List<Viewer> viewers, int year) {
        quiet.await();
        var screens = screens(viewers, year);
        var meters = instruments.atRest();
        var rows = foldedAnew();
        var limits = new ArrayList<>(stores.limits());
        limits.addAll(logs());
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
        for (var viewer : viewers) {
            Waiting.within(SETTLING, () -> viewer.seen().equals(Viewer.truth(api, year)));
            screens.add(new Screen("viewer " + (screens.size() + 1), viewer.seen(), Viewer.truth(api, year)));
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

    private List<Limit> logs() {
        return Arrays.stream(Service.values())
                .map(service -> new Limit(
                        "length of the log of " + service,
                        system.program(service).log().toFile().length(),
                        LONGEST_LOG))
                .toList();
    }

    @Override
    public void close() {
        topics.close();
        views.close();
    }
}
