package vn.hocvu.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hocvu.bench.fold.FoldBench;
import vn.hocvu.bench.measure.Figure;
import vn.hocvu.bench.measure.Machine;
import vn.hocvu.bench.measure.Numbers;
import vn.hocvu.bench.measure.Report;
import vn.hocvu.bench.measure.Result;
import vn.hocvu.bench.measure.Wishes;
import vn.hocvu.bench.relay.RelayBench;
import vn.hocvu.bench.servers.Servers;
import vn.hocvu.bench.trail.TrailBench;
import vn.hocvu.bench.whole.EnrolmentBench;
import vn.hocvu.bench.whole.LiveBench;
import vn.hocvu.bench.whole.PlanBench;
import vn.hocvu.bench.whole.StartBench;
import vn.hocvu.bench.whole.Whole;

/** The command {@code ./hocvu bench [NAME] [NAME.setting=value]}: measures, and publishes what came out. */
public final class Bench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private final Path repository =
            Path.of(System.getProperty("hocvu.repository", "")).toAbsolutePath().normalize();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Map<String, Supplier<Result>> measurements = new LinkedHashMap<>();
    private final Report report;
    private @Nullable Servers servers;
    private @Nullable Whole whole;

    private Bench(Wishes wishes) {
        report = Report.in(repository.resolve(wishes.text("out", "docs")));
        var relay = RelayBench.Settings.of(wishes);
        measurements.put("relay", () -> RelayBench.run(servers(), relay));
        var fold = FoldBench.Settings.of(wishes);
        measurements.put("fold", () -> FoldBench.run(servers(), fold));
        var trail = TrailBench.Settings.of(wishes);
        measurements.put("trail", () -> TrailBench.run(servers(), trail));
        var start = StartBench.Settings.of(wishes);
        measurements.put("start", () -> {
            closeServers();
            return StartBench.run(repository, start);
        });
        var enrolment = EnrolmentBench.Settings.of(wishes);
        measurements.put("enrolment", () -> EnrolmentBench.run(whole(), enrolment));
        var live = LiveBench.Settings.of(wishes);
        measurements.put("live", () -> LiveBench.run(whole(), live));
        var plan = PlanBench.Settings.of(wishes);
        measurements.put("plan", () -> PlanBench.run(whole(), plan));
        wishes.requireKnown();
    }

    /** Measures what the words name, everything without a name; ends with 2 when they make no sense. */
    public static void main(String[] words) {
        var given = List.of(words);
        boolean named = !given.isEmpty() && !given.getFirst().contains("=");
        boolean complete;
        try (var bench = new Bench(new Wishes(named ? given.subList(1, given.size()) : given))) {
            complete = bench.run(named ? given.getFirst() : null);
        } catch (IllegalArgumentException e) {
            System.err.println("hocvu: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(complete ? 0 : 1);
    }

    /** Whether everything could be measured. */
    private boolean run(@Nullable String name) {
        if (name != null && !measurements.containsKey(name)) {
            throw new IllegalArgumentException(
                    "nothing is measured under the name " + name + "; there are: " + measurements.keySet());
        }
        boolean complete = true;
        for (var one : measurements.entrySet()) {
            if (name == null || name.equals(one.getKey())) {
                complete &= measure(one.getKey(), one.getValue());
            }
        }
        return complete;
    }

    /** One that fails leaves its published part as it was, and the others go on. */
    private boolean measure(String name, Supplier<Result> measurement) {
        out.println("Measuring " + name);
        var machine = Machine.here(repository);
        try {
            var result = measurement.get();
            print(result);
            report.put(result, machine, List.copyOf(measurements.keySet()));
            return true;
        } catch (RuntimeException e) {
            out.println("  not measured: " + e.getMessage());
            LOG.atError().setCause(e).addKeyValue("name", name).log("A measurement failed");
            return false;
        }
    }

    private void print(Result result) {
        for (Figure figure : result.figures()) {
            var samples = figure.samples();
            out.println(String.format(
                    Locale.ROOT,
                    "  %-52s %12s %-10s (%s – %s)%s",
                    figure.what(),
                    Numbers.text(samples.median()),
                    figure.unit(),
                    Numbers.text(samples.min()),
                    Numbers.text(samples.max()),
                    figure.target() == null
                            ? ""
                            : "  target " + figure.target() + (figure.kept() ? ", kept" : ", NOT KEPT")));
        }
    }

    /** Servers for measurements of the platform's parts, started when the first needs them. */
    private Servers servers() {
        if (servers == null) {
            servers = Servers.start();
        }
        return servers;
    }

    /** The whole system for measurements over HTTP; it runs alone. */
    private Whole whole() {
        closeServers();
        if (whole == null) {
            whole = Whole.start(repository);
        }
        return whole;
    }

    private void closeServers() {
        if (servers != null) {
            servers.close();
            servers = null;
        }
    }

    @Override
    public void close() {
        closeServers();
        if (whole != null) {
            whole.close();
        }
    }
}
