package vn.hocvu.proof.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One program of the system, in a process of its own that may be hurt in every way. */
public final class Program {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(12);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    /** A server that was killed may need its old processes to be gone first. */
    private static final int ATTEMPTS = 8;

    private final String name;
    private final Path home;
    private final List<String> command;
    private final Map<String, String> environment;
    private final @Nullable URI answers;
    private @Nullable Process process;
    private volatile boolean wanted;

    /**
     * @param home        folder of logs and marks
     * @param command     how it starts; the first word is the Java launcher
     * @param environment what it is told
     * @param answers     says 200 here when ready; absent for a server that writes a mark instead
     */
    Program(String name, Path home, List<String> command, Map<String, String> environment, @Nullable URI answers) {
        this.name = name;
        this.home = home;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.answers = answers;
    }

    public String name() {
        return name;
    }

    /** Where it writes what it has to say. */
    public Path log() {
        return home.resolve("log").resolve(name + ".log");
    }

    private Path mark() {
        return home.resolve("run").resolve(name + ".ready");
    }

    /** Starts it; it is not ready yet. */
    public Program start() {
        return start(List.of());
    }

    /** Starts it with further words for the Java launcher. */
    public Program start(List<String> options) {
        var words = new ArrayList<>(command);
        words.addAll(1, options);
        words.add(1, "-Dhocvu.ready.file=" + mark());
        return launch(words, true);
    }

    /** Starts it as it stands, for what is no Java program. */
    void startPlain() {
        launch(command, false);
    }

    private synchronized Program launch(List<String> words, boolean forGood) {
        if (isAlive()) throw new IllegalStateException(name + " runs already");
        wanted = forGood;
        try {
            Files.deleteIfExists(mark());
            var builder = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().keySet().removeIf(key -> key.startsWith("HOCVU_"));
            builder.environment().putAll(environment);
            var started = builder.start();
            process = started;
            Files.writeString(
                    home.resolve("run").resolve(name + ".pid"),
                    started.pid() + " " + LeftOvers.began(started.toHandle()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True from its start until it is asked to stop, whatever happens to it meanwhile. */
    boolean isWanted() {
        return wanted;
    }

    /** Waits until it is ready; one that has ended is started again a few times. */
    public Program awaitReady() {
        if (!isAlive()) start();
        for (var attempt = 1; ; attempt++) {
            var ended = new boolean[1];
            Waiting.until(
                    name + " to be ready; see " + log(),
                    START_LIMIT,
                    () -> isReady() || (ended[0] = !isAlive()),
                    this::state);
            if (!ended[0]) return this;
            if (attempt == ATTEMPTS) throw new AssertionError(name + " does not start: " + state() + "; see " + log());
            LOG.atWarn().addKeyValue("program", name).log("Ended before it was ready; started again");
            start();
        }
    }

    private String state() {
        var now = process;
        if (now == null) return "never started";
        return now.isAlive() ? "alive" : "ended with code " + now.exitValue();
    }

    private boolean isReady() {
        return isAlive() && (answers == null ? Files.exists(mark()) : isOk(answers));
    }

    private static boolean isOk(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(3_000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Ends it without a word, as a power switch would. */
    public synchronized void kill() {
        if (process == null) return;
        process.destroyForcibly();
        awaitEnd(STOP_LIMIT);
    }

    /** Asks it to end, and does not wait. */
    public synchronized void askToStop() {
        wanted = false;
        if (process != null) process.destroy();
    }

    /** Asks it to end in order, and waits. */
    public int stop() {
        askToStop();
        if (!awaitEnd(STOP_LIMIT)) {
            kill();
            throw new AssertionError(name + " did not stop within " + STOP_LIMIT.toSeconds() + " s");
        }
        return exitCode();
    }

    /** Whether it ended in that time, by itself or because it was asked. */
    public boolean awaitEnd(Duration limit) {
        var now = process;
        try {
            return now == null || now.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How it ended, -1 while it has not. */
    public synchronized int exitCode() {
        return process == null || process.isAlive() ? -1 : process.exitValue();
    }

    /** Freezes it where it stands. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        var now = process;
        if (now == null) throw new IllegalStateException(name + " was never started");
        signal(signal, now.pid());
    }

    static void signal(String signal, long pid) {
        try {
            var code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .start()
                    .waitFor();
            if (code != 0) LOG.atDebug().addKeyValue("pid", pid).log("Nobody to signal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
