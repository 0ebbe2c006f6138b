package vn.hocvu.bench.trail;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import vn.hocvu.bench.load.ClosedLoop;
import vn.hocvu.bench.measure.Await;
import vn.hocvu.bench.measure.Cpu;
import vn.hocvu.bench.measure.Figure;
import vn.hocvu.bench.measure.Figure.Target;
import vn.hocvu.bench.measure.Result;
import vn.hocvu.bench.measure.Samples;
import vn.hocvu.bench.measure.Wishes;
import vn.hocvu.bench.relay.NoteService;
import vn.hocvu.bench.relay.Text;
import vn.hocvu.bench.servers.Servers;
import vn.hocvu.local.servers.Folders;
import vn.hocvu.platform.auditchain.Verify;
import vn.hocvu.platform.eventstore.AuditTrail;

/** Commands with and without the provable trail, side by side; and how fast an exported store is verified. */
public final class TrailBench {
    /** With the trail, commands shall keep this part of their rate (quality.md, B10: at most 3 % less). */
    public static final double TARGET = 0.97;

    /** Events that one core shall verify in a second (quality.md, B10). */
    public static final double TARGET_RATE = 150_000;

    private static final int NOTEBOOKS = 64;
    private static final int A_COMMAND = 400;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Servers servers;
    private final Settings settings;
    private final Path folder;
    private final Text text;
    private final AtomicInteger written = new AtomicInteger();

    private TrailBench(Servers servers, Settings settings, Path folder) {
        this.servers = servers;
        this.settings = settings;
        this.folder = folder;
        this.text = new Text(settings.payload(), settings.seed());
    }

    /**
     * Sizes.
     *
     * @param commands of one reading, each deciding one event
     * @param clients  that send them
     * @param payload  bytes of text in each event
     * @param rounds   of on, off, off, on
     * @param verified events in the store that is verified
     */
    public record Settings(int commands, int clients, int payload, int rounds, int verified, long seed) {
        public static Settings of(Wishes wishes) {
            return new Settings(
                    wishes.number("trail.commands", 10_000),
                    wishes.number("trail.clients", 8),
                    wishes.number("trail.payload", 512),
                    wishes.number("trail.rounds", 5),
                    wishes.number("trail.verified", 200_000),
                    wishes.number("seed", 20_200_101));
        }
    }

    public static Result run(Servers servers, Settings settings) {
        try {
            var folder = Files.createTempDirectory("hocvu-trail");
            try {
                return new TrailBench(servers, settings, folder).measure();
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result measure() throws IOException {
        try (var on = service("trail_on", true);
                var off = service("trail_off", false)) {
            commands(on, true);
            commands(off, false);
            var pair = Samples.sideBySide(settings.rounds(), () -> commands(on, true), () -> commands(off, false));
            var verification = verification(on);
            return new Result(
                    "trail",
                    "Trail: what proof costs",
                    settings,
                    List.of(
                            Figure.promised(
                                    "commands, with over without trail", "×", pair.ratio(), Target.atLeast(TARGET)),
                            Figure.orientation("commands with trail", "commands/s", pair.a()),
                            Figure.orientation("commands without trail", "commands/s", pair.b()),
                            Figure.promised(
                                    "verification, per second of processor time",
                                    "events/s",
                                    verification,
                                    Target.atLeast(TARGET_RATE))),
                    List.of(
                            "Two services on one PostgreSQL, alike but for `hocvu.audit.enabled`: with the trail, every event"
                                    + " is hashed and chained in the command, taken into the log, and covered by checkpoints"
                                    + " that are signed and copied to a file, while the commands go on.",
                            "Verified is the whole store as `./hocvu export` writes it, by the program of `./hocvu verify` from"
                                    + " the file, in one thread: chains, log, checkpoints and signatures. Processor time is that"
                                    + " of the whole process."));
        }
    }

    private ConfigurableApplicationContext service(String name, boolean trail) {
        return NoteService.start(
                servers,
                servers.database(name),
                "bench.unused",
                false,
                Map.of(
                        "hocvu.audit.enabled", Boolean.toString(trail),
                        "hocvu.audit.key", Base64.getEncoder().encodeToString(new byte[32]),
                        "hocvu.audit.folder", folder.toString(),
                        "hocvu.audit.verify-every", "1000d"));
    }

    private double commands(ConfigurableApplicationContext service, boolean trail) {
        var seen = ClosedLoop.run(settings.clients(), settings.commands(), number -> {
            NoteService.write(service, "notebook-" + number % NOTEBOOKS, written.getAndIncrement(), 1, text);
            return true;
        });
        if (trail) {
            // What the log has left to do must not slow the other one down.
            export(service, OutputStream.nullOutputStream());
        }
        return seen.perSecond();
    }

    private Samples verification(ConfigurableApplicationContext service) throws IOException {
        for (int first = 0; first < settings.verified(); first += A_COMMAND) {
            NoteService.write(service, "long-" + first, first, A_COMMAND, text);
        }
        var trail = service.getBean(AuditTrail.class);
        Await.until("the log", LIMIT, () -> trail.status().leaves() >= settings.verified());
        var file = folder.resolve("store.jsonl");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            trail.export(out);
        }
        int events = (int) trail.status().leaves();
        double[] perSecond = new double[settings.rounds() * 2];
        verify(file);
        for (int i = 0; i < perSecond.length; i++) {
            long cpu = Cpu.nanos();
            verify(file);
            perSecond[i] = 1e6 / Cpu.microsEach(cpu, events);
        }
        return Samples.of(perSecond);
    }

    private static void verify(Path file) {
        if (Verify.run(new PrintStream(OutputStream.nullOutputStream()), file.toString()) != 0) {
            throw new IllegalStateException("the store is not whole");
        }
    }

    private static void export(ConfigurableApplicationContext service, OutputStream out) {
        try {
            service.getBean(AuditTrail.class).export(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
