package vn.hocvu.bench.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.hocvu.bench.servers.Hooks;
import vn.hocvu.local.Installation;
import vn.hocvu.local.Port;
import vn.hocvu.local.servers.Folders;

/** Everything on this machine as a newcomer starts it, from the same built programs, in a folder and on ports of its own. */
public final class WholeSystem implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int START_MINUTES = 10;
    private static final int FIRST_OFFSET = 500;
    private static final int LAST_OFFSET = 20_000;
    private static final int STEP = 137;

    private final Path home;
    private final Installation installation;
    private final Thread atExit = Thread.ofPlatform().unstarted(this::down);

    private WholeSystem(Path repository, Map<String, String> surroundings) {
        try {
            home = Files.createTempDirectory("hocvu-whole");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int offset = freeOffset(repository, home);
        Map<String, String> told = new TreeMap<>(surroundings);
        told.put("HOCVU_HOME", home.toString());
        told.put("HOCVU_PORT_OFFSET", Integer.toString(offset));
        installation = new Installation(repository, home, offset, told);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * An installation that does not run yet.
     *
     * @param surroundings environment variables beside those that say where it is
     */
    static WholeSystem in(Path repository, Map<String, String> surroundings) {
        return new WholeSystem(repository, surroundings);
    }

    /** One process of the system. */
    record Part(String name, String title, String phase, long pid) {
        boolean ready() {
            return phase.equals("READY");
        }
    }

    Installation installation() {
        return installation;
    }

    String address(Port port, String path) {
        return "http://localhost:" + installation.port(port) + path;
    }

    Path home() {
        return home;
    }

    void up() {
        up(parts -> {});
    }

    /** Starts everything and tells often how far the parts are. */
    void up(Consumer<List<Part>> watcher) {
        int code = launch(watcher, "up", "-d");
        if (code != 0) {
            throw new IllegalStateException("the system did not start (" + code + "); its logs are in " + home);
        }
    }

    void down() {
        launch(parts -> {}, "down");
    }

    /** What the supervisor has written down, empty before it has. */
    List<Part> parts() {
        Path state = home.resolve("run").resolve("state.json");
        List<Part> parts = new ArrayList<>();
        try {
            if (Files.exists(state)) {
                for (JsonNode part : JSON.readTree(Files.readString(state)).path("parts")) {
                    parts.add(new Part(
                            part.path("name").asString(),
                            part.path("title").asString(),
                            part.path("phase").asString(),
                            part.path("pid").asLong()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** The process of a part that runs. */
    long pid(String part) {
        return parts().stream()
                .filter(one -> one.name().equals(part))
                .mapToLong(Part::pid)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no part " + part));
    }

    /** PostgreSQL's own first process, which is no child of the program that started it. */
    long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int launch(Consumer<List<Part>> watcher, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dhocvu.repository=" + installation.repository(),
                "-jar",
                installation
                        .repository()
                        .resolve("deploy/local/target/local-1.0.0-SNAPSHOT-app.jar")
                        .toString()));
        command.addAll(List.of(words));
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("launcher.log").toFile());
            builder.environment().putAll(installation.environment());
            return follow(builder.start(), watcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int follow(Process process, Consumer<List<Part>> watcher) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(START_MINUTES);
        try {
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > end) {
                    process.destroy();
                    throw new IllegalStateException("the launcher took over " + START_MINUTES + " minutes");
                }
                watcher.accept(parts());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", interrupted);
        }
    }

    private static int freeOffset(Path repository, Path home) {
        for (int offset = FIRST_OFFSET; offset < LAST_OFFSET; offset += STEP) {
            if (allFree(new Installation(repository, home, offset, Map.of()))) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean allFree(Installation installation) {
        for (Port port : Port.values()) {
            try (var free = new ServerSocket(installation.port(port), 1, InetAddress.getLoopbackAddress())) {
                free.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        Hooks.remove(atExit);
        down();
        Folders.delete(home);
    }

    /** The heap and compiler options with which a part runs, for a peer that shall run alike. */
    List<String> options(String part) {
        try {
            String[] words = Files.readString(Path.of("/proc", Long.toString(pid(part)), "cmdline"))
                    .split("\0");
            List<String> options = new ArrayList<>();
            for (String word : words) {
                if (word.startsWith("-X") && !word.startsWith("-XX:AOT")) {
                    options.add(word);
                }
            }
            return options;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
