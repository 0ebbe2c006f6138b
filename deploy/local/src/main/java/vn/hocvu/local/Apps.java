package vn.hocvu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import vn.hocvu.local.servers.Folders;

/**
 * The programs to run: the jars that were built, unpacked beside their libraries so that they start fast and can have an
 * ahead-of-time cache.
 */
final class Apps {
    /** From this release on, one option records and writes an ahead-of-time cache. */
    private static final int AHEAD_OF_TIME = 25;

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Installation installation;
    private final Map<String, Path> unpacked = new ConcurrentHashMap<>();

    Apps(Installation installation) {
        this.installation = installation;
    }

    /** Names of the modules with a program, and the folder of each. */
    static final Map<String, String> MODULES = Map.of(
            "identity", "deploy/identity",
            "planning-service", "planning-service",
            "enrollment-service", "enrollment-service",
            "class-service", "class-service",
            "reporting-service", "reporting-service");

    /**
     * The command that starts a program.
     *
     * @param memory limit of the heap, MiB
     */
    List<String> command(String module, int memory) {
        var command = java(memory);
        useCache(command, cache(module, ""));
        command.add("-jar");
        command.add(jar(module).toString());
        return command;
    }

    /** The run from which a program's next start learns: it starts without listening, and ends. */
    Training training(String module, int memory) {
        var cache = cache(module, "");
        var command = quiet(memory, cache);
        command.add("-Dspring.context.exit=onRefresh");
        command.add("-jar");
        command.add(jar(module).toString());
        return new Training(command, cache);
    }

    /** The command that starts a server class of this module. */
    List<String> server(String mainClass, int memory) {
        var command = java(memory);
        useCache(command, cache("local", mainClass));
        server(command, mainClass);
        return command;
    }

    /** The run from which a server's next start learns: it starts in a folder of its own, and ends. */
    Training serverTraining(String mainClass, int memory) {
        var cache = cache("local", mainClass);
        var command = quiet(memory, cache);
        server(command, mainClass);
        command.add(cache + ".data");
        return new Training(command, cache);
    }

    /**
     * A run that writes an ahead-of-time cache.
     *
     * @param command writes {@code cache} with {@code .new} behind its name
     */
    record Training(List<String> command, Path cache) {
        /** Whether the run makes sense: this JDK can do it and has not done it yet. */
        boolean wanted() {
            return Runtime.version().feature() >= AHEAD_OF_TIME && !Files.exists(cache);
        }

        /** Puts a finished cache in its place. */
        void keep() {
            try {
                var fresh = Path.of(cache + ".new");
                if (Files.exists(fresh)) Files.move(fresh, cache);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void server(List<String> command, String mainClass) {
        command.add("-Dlogback.configurationFile=servers-logback.xml");
        command.add("-cp");
        // Its manifest names the libraries beside it.
        command.add(jar("local").toString());
        command.add("vn.hocvu.local.servers." + mainClass);
    }

    private static List<String> quiet(int memory, Path cache) {
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(java(memory));
        command.add("-XX:AOTCacheOutput=" + cache + ".new");
        return command;
    }

    private static List<String> java(int memory) {
        return new ArrayList<>(List.of(
                JAVA,
                "-Xmx" + memory + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                // The quick compiler alone: a start in seconds matters more here than the last bit of speed.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Djava.awt.headless=true"));
    }

    private static void useCache(List<String> command, Path cache) {
        if (Runtime.version().feature() >= AHEAD_OF_TIME && Files.exists(cache)) command.add("-XX:AOTCache=" + cache);
    }

    private Path cache(String module, String mainClass) {
        var app = unpacked(module);
        return app.resolveSibling(app.getFileName() + (mainClass.isEmpty() ? "" : "-" + mainClass) + ".aot");
    }

    private Path built(String module) {
        var jar = module.equals("local")
                ? "deploy/local/target/local-" + Installation.VERSION + "-app.jar"
                : MODULES.get(module) + "/target/" + module + "-" + Installation.VERSION + ".jar";
        var file = installation.repository().resolve(jar);
        if (!Files.exists(file)) throw new UsageError(file + " is not built; ./hocvu up builds it");
        return file;
    }

    private Path jar(String module) {
        return unpacked(module).resolve(built(module).getFileName());
    }

    /** Unpacks what is not unpacked yet, all at once. */
    void prepare(Collection<String> modules) {
        modules.parallelStream().forEach(this::unpacked);
    }

    private Path unpacked(String module) {
        return unpacked.computeIfAbsent(module, this::unpack);
    }

    private Path unpack(String module) {
        var built = built(module);
        var app = installation.home().resolve("apps").resolve(module + "-" + fingerprint(built));
        if (!Files.isDirectory(app)) unpack(module, built, app);
        return app;
    }

    private void unpack(String module, Path built, Path app) {
        var parent = Folders.create(installation.home().resolve("apps"));
        removeOlder(parent, module);
        var draft = app.resolveSibling(app.getFileName() + ".new");
        Folders.delete(draft);
        try {
            var unpacking = new ProcessBuilder(
                            JAVA,
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            built.toString(),
                            "extract",
                            "--destination",
                            draft.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(unpacking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (unpacking.waitFor() != 0) throw new IllegalStateException("cannot unpack " + built + ": " + said);
            Files.move(draft, app);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void removeOlder(Path parent, String module) {
        try (var entries = Files.list(parent)) {
            for (var entry : entries.toList()) {
                var name = entry.getFileName().toString();
                if (name.matches(Pattern.quote(module) + "-[0-9a-f]{8}([.-].*)?")) {
                    Folders.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Built jars carry a fixed time so that builds can be repeated; only their content tells them apart. */
    private static String fingerprint(Path jar) {
        var sum = new CRC32();
        var buffer = new byte[1 << 16];
        try (var stream = Files.newInputStream(jar)) {
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) sum.update(buffer, 0, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "%08x".formatted(sum.getValue());
    }
}
