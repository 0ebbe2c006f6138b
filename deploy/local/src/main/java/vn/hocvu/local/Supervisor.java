package vn.hocvu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hocvu.local.Part.Readiness;
import vn.hocvu.local.PartState.Phase;
import vn.hocvu.local.servers.Folders;

/** Starts every part as a process of its own, starts a crashed one again, and stops all in order. */
final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    /** A part that ends this often before it was ever ready will not get better. */
    private static final int ATTEMPTS = 3;

    private static final long LOG_LIMIT = 20_000_000;

    private final Installation installation;
    private final List<Part> parts;
    private final Board board;
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private @Nullable Process training;

    Supervisor(Installation installation, List<Part> parts) {
        this.installation = installation;
        this.parts = parts;
        var self = ProcessHandle.current();
        this.board = new Board(
                Plan.state(installation),
                self.pid(),
                self.info().startInstant().map(Instant::toEpochMilli).orElse(0L),
                parts);
    }

    /** Runs until the process is asked to end or the start has failed; the exit code. */
    int run() throws InterruptedException {
        Folders.create(installation.home().resolve("log"));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            if (board.failure() == null) board.phase(RunState.Phase.STOPPING);
            stopAll();
            if (board.failure() == null) board.phase(RunState.Phase.STOPPED);
            stopped.countDown();
        }));
        for (var part : parts) Thread.ofVirtual().name(part.name()).start(() -> watch(part));
        if (board.awaitStarted() == RunState.Phase.FAILED) {
            LOG.atError().addKeyValue("cause", board.failure()).log("Start failed");
            return 1;
        }
        LOG.atInfo().log("All parts are ready");
        makeCaches();
        stopped.await();
        return 0;
    }

    private void watch(Part part) {
        try {
            if (!board.awaitReady(part.after())) return;
            var ends = 0;
            var wasReady = false;
            do {
                var process = start(part);
                if (process == null) return;
                var ready = awaitReady(part, process);
                if (ready) {
                    ends = 0;
                    wasReady = true;
                    board.change(part.name(), state -> state.in(Phase.READY));
                    process.waitFor();
                }
                if (board.over()) return;
                ends++;
                var how = end(process);
                LOG.atError()
                        .addKeyValue("part", part.name())
                        .addKeyValue("how", how)
                        .log("Part ended by itself");
                board.change(part.name(), state -> state.crashed(how));
                if (!wasReady && ends >= ATTEMPTS) {
                    board.fail(part.title() + " does not start: " + how + "; see " + installation.log(part.name()));
                }
            } while (board.goesOnAfter(Duration.ofSeconds(1L << Math.min(ends, 5))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("part", part.name()).setCause(e).log("Part cannot be watched");
            board.fail(part.title() + ": " + e.getMessage());
        }
    }

    private static String end(Process process) throws InterruptedException {
        if (process.isAlive()) {
            process.destroyForcibly().waitFor();
            return "not ready after " + START_LIMIT.toSeconds() + " s";
        }
        return "ended with code " + process.exitValue();
    }

    private synchronized @Nullable Process start(Part part) {
        if (board.over()) return null;
        try {
            if (part.readiness() instanceof Readiness.Written written) Files.deleteIfExists(written.file());
            var builder = new ProcessBuilder(part.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            rotated(installation.log(part.name())).toFile()))
                    .directory(installation.repository().toFile());
            builder.environment().putAll(part.environment());
            var process = builder.start();
            processes.put(part.name(), process);
            var started =
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            board.change(part.name(), state -> state.running(process.pid(), started));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path rotated(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private boolean awaitReady(Part part, Process process) throws InterruptedException {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (ready(part.readiness())) return true;
            if (!board.goesOnAfter(LOOK_EVERY)) return false;
        }
        return false;
    }

    private static boolean ready(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Written written -> Files.exists(written.file());
            case Readiness.Answers answers -> answers(answers.address());
        };
    }

    /** Whether that address answers 200 now. */
    static boolean answers(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private void stopAll() {
        List<Part> first;
        List<Part> last;
        synchronized (this) {
            first = parts.stream().filter(Part::stopsFirst).toList();
            last = parts.stream().filter(part -> !part.stopsFirst()).toList();
            if (training != null) training.destroyForcibly();
        }
        stop(first);
        stop(last);
    }

    private void stop(List<Part> some) {
        List<Process> ending;
        synchronized (this) {
            ending = some.stream()
                    .map(part -> processes.get(part.name()))
                    .filter(Objects::nonNull)
                    .toList();
        }
        ending.forEach(Process::destroy);
        var end = System.nanoTime() + STOP_LIMIT.toNanos();
        for (var process : ending) {
            try {
                if (!process.waitFor(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    LOG.atWarn().addKeyValue("pid", process.pid()).log("Part did not stop in time and was killed");
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        for (var part : some) board.change(part.name(), PartState::stopped);
    }

    /** Once, after the first start, when the machine is quiet: a run of each program writes down what its next start can skip. */
    private void makeCaches() {
        // A machine that builds and tests never starts the same installation twice.
        if (installation.replaced("CI").isPresent()) return;
        Thread.ofVirtual().name("caches").start(() -> {
            for (var part : parts) {
                var training = part.training();
                if (training == null || !training.wanted()) continue;
                try {
                    while (busy()) {
                        if (!board.goesOnAfter(Duration.ofSeconds(5))) return;
                    }
                    var process = train(part, training.command());
                    if (process == null) return;
                    if (process.waitFor() == 0) training.keep();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (IOException | RuntimeException e) {
                    LOG.atWarn()
                            .addKeyValue("part", part.name())
                            .setCause(e)
                            .log("No ahead-of-time cache; the next start is slower, nothing else");
                }
            }
        });
    }

    /** Whether the machine has other things to do, such as loading the reference years. */
    private static boolean busy() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() > machine.getAvailableProcessors();
    }

    private synchronized @Nullable Process train(Part part, List<String> command) throws IOException {
        if (board.over()) return null;
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        rotated(installation.log("ahead-of-time")).toFile()))
                .directory(installation.repository().toFile());
        builder.environment().putAll(part.environment());
        training = builder.start();
        return training;
    }
}
