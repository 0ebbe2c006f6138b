package vn.hocvu.bench.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import vn.hocvu.bench.measure.Await;
import vn.hocvu.bench.measure.Figure;
import vn.hocvu.bench.measure.Figure.Target;
import vn.hocvu.bench.measure.Result;
import vn.hocvu.bench.measure.Samples;
import vn.hocvu.bench.measure.Wishes;

/** How long the whole system takes to start, and how much memory it takes then, by part. */
public final class StartBench {
    private static final double TARGET_SECONDS = 60;
    private static final double TARGET_FASTER = 1.3;
    private static final double TARGET_MEMORY = 3_072;
    private static final String ALL = "all";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    /** Programs whose start an ahead-of-time cache is made for: Kafka, sign-in and four services. */
    private static final int CACHES = 6;

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, List<Double>> proportional = new LinkedHashMap<>();
    private final Map<String, List<Double>> resident = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();

    private StartBench() {}

    /**
     * Sizes.
     *
     * @param rounds  of starts: plain, with caches, with caches, plain
     * @param caching seconds to wait for the ahead-of-time caches of a first start; 0 measures plain starts only
     */
    public record Settings(int rounds, int caching) {
        public static Settings of(Wishes wishes) {
            return new Settings(wishes.number("start.rounds", 3), wishes.number("start.caching", 600));
        }
    }

    public static Result run(Path repository, Settings settings) {
        return new StartBench().measure(repository, settings);
    }

    private Result measure(Path repository, Settings settings) {
        List<Figure> figures = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(
                "`./hocvu up -d` with the programs built, from the command until every part is ready. The first start"
                        + " in an empty folder also unpacks the programs and makes the databases.",
                "Memory is read 5 s after everything is ready, before anybody has signed in. PSS counts memory that"
                        + " processes share in proportion. PostgreSQL is its server with all its processes and the"
                        + " small program that watches it.",
                "The stores are empty."));
        try (var plain = WholeSystem.in(repository, Map.of("CI", "true"))) {
            figures.add(Figure.orientation("first start in an empty folder", "s", Samples.of(start(plain, false))));
            var cached = settings.caching() == 0 ? null : WholeSystem.in(repository, Map.of());
            try {
                if (cached != null && makesCaches(cached, settings)) {
                    var pair =
                            Samples.sideBySide(settings.rounds(), () -> start(plain, true), () -> start(cached, false));
                    figures.addAll(plainStart(pair.a()));
                    figures.add(Figure.orientation("start with ahead-of-time caches", "s", pair.b()));
                    figures.add(Figure.promised(
                            "plain start over start with caches", "×", pair.ratio(), Target.atLeast(TARGET_FASTER)));
                } else {
                    double[] plainly = new double[settings.rounds() * 2];
                    for (int i = 0; i < plainly.length; i++) {
                        plainly[i] = start(plain, true);
                    }
                    figures.addAll(plainStart(Samples.of(plainly)));
                    notes.add("Starts with ahead-of-time caches were not measured: "
                            + (cached == null
                                    ? "not asked for."
                                    : "the machine was never quiet enough in " + settings.caching()
                                            + " s for the launcher to make them."));
                }
            } finally {
                if (cached != null) {
                    cached.close();
                }
            }
        }
        figures.addAll(memory());
        return new Result("start", "Start and memory of everything", settings, figures, notes);
    }

    private List<Figure> plainStart(Samples all) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.promised("start of everything", "s", all, Target.atMost(TARGET_SECONDS)));
        seconds.forEach((part, samples) -> figures.add(
                Figure.orientation("ready: " + titles.get(part), "s after the order", new Samples(samples))));
        return figures;
    }

    private List<Figure> memory() {
        List<Figure> figures = new ArrayList<>();
        proportional.forEach((part, samples) -> {
            String what = part.equals(ALL) ? "memory of everything" : "memory: " + titles.get(part);
            figures.add(
                    part.equals(ALL)
                            ? Figure.promised(what, "MiB PSS", new Samples(samples), Target.atMost(TARGET_MEMORY))
                            : Figure.orientation(what, "MiB PSS", new Samples(samples)));
        });
        resident.forEach((part, samples) -> figures.add(Figure.orientation(
                part.equals(ALL) ? "memory of everything" : "memory: " + titles.get(part),
                "MiB RSS",
                new Samples(samples))));
        return figures;
    }

    /**
     * Starts and stops; seconds until all was ready.
     *
     * @param looked true to note when each part was ready, and its memory
     */
    private double start(WholeSystem system, boolean looked) {
        long began = System.nanoTime();
        Map<String, Double> ready = new LinkedHashMap<>();
        system.up(parts -> parts.stream()
                .filter(WholeSystem.Part::ready)
                .forEach(part -> ready.putIfAbsent(part.name(), (System.nanoTime() - began) / 1e9)));
        double all = (System.nanoTime() - began) / 1e9;
        if (looked) {
            for (var part : system.parts()) {
                titles.put(part.name(), part.title());
                note(seconds, part.name(), ready.getOrDefault(part.name(), all));
            }
            settle(system);
            look(system);
        }
        system.down();
        return all;
    }

    /** Waits until memory differs from the last look by less than a hundredth. */
    private static void settle(WholeSystem system) {
        var last = new AtomicReference<>(0.0);
        Await.until("memory to settle", Duration.ofSeconds(60), LOOK_EVERY, () -> {
            double now = system.parts().stream()
                    .mapToDouble(part -> memory(system, part).resident())
                    .sum();
            return Math.abs(now - last.getAndSet(now)) < now / 100;
        });
    }

    private void look(WholeSystem system) {
        double sumOfProportional = 0;
        double sumOfResident = 0;
        for (var part : system.parts()) {
            var memory = memory(system, part);
            note(proportional, part.name(), memory.proportional());
            note(resident, part.name(), memory.resident());
            sumOfProportional += memory.proportional();
            sumOfResident += memory.resident();
        }
        note(proportional, ALL, sumOfProportional);
        note(resident, ALL, sumOfResident);
    }

    private static Memory memory(WholeSystem system, WholeSystem.Part part) {
        var memory = Memory.of(part.pid());
        var server = part.name().equals("postgres") ? Memory.of(system.postmaster()) : new Memory(0, 0);
        return new Memory(memory.resident() + server.resident(), memory.proportional() + server.proportional());
    }

    private static void note(Map<String, List<Double>> where, String part, double value) {
        where.computeIfAbsent(part, name -> new ArrayList<>()).add(value);
    }

    /** Whether the launcher has made the caches of the next start after this one. */
    private boolean makesCaches(WholeSystem system, Settings settings) {
        system.up();
        try {
            Await.until("caches", Duration.ofSeconds(settings.caching()), LOOK_EVERY, () -> caches(system) >= CACHES);
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        } finally {
            system.down();
        }
    }

    private static long caches(WholeSystem system) {
        try (Stream<Path> files = Files.list(system.home().resolve("apps"))) {
            return files.filter(file -> file.toString().endsWith(".aot")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
