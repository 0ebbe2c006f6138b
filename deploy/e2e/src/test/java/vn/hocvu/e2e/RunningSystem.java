package vn.hocvu.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The whole system as a newcomer starts it, in a folder and on ports of its own; or, with the system property
 * {@code hocvu.e2e.offset}, the one that already runs on ports shifted by so much.
 */
final class RunningSystem implements AutoCloseable {

    private static final List<Integer> PORTS =
            List.of(9080, 8081, 8082, 8083, 8084, 9081, 9082, 9083, 9084, 15432, 19092, 19093, 37017);
    private static final long START_MINUTES = 8;

    private final Path root =
            Path.of(System.getProperty("hocvu.root", "../..")).toAbsolutePath().normalize();
    private final @Nullable Path home;
    private final int offset;

    private RunningSystem(@Nullable Path home, int offset) {
        this.home = home;
        this.offset = offset;
    }

    static RunningSystem start() {
        Integer running = Integer.getInteger("hocvu.e2e.offset");
        if (running != null) {
            return new RunningSystem(null, running);
        }
        try {
            Path target = Path.of("target").toAbsolutePath();
            Files.createDirectories(target);
            RunningSystem system = new RunningSystem(Files.createTempDirectory(target, "hocvu-"), freeOffset());
            int code = system.launch("up", "-d");
            if (code != 0) {
                system.close();
                throw new IllegalStateException(
                        "the system did not start (" + code + "); its logs are in " + system.home);
            }
            return system;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int freeOffset() {
        for (int offset = 100; offset < 20_000; offset += 137) {
            if (allFree(offset)) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean allFree(int offset) {
        for (int port : PORTS) {
            try (ServerSocket free = new ServerSocket(port + offset, 1, InetAddress.getLoopbackAddress())) {
                free.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    private int launch(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dhocvu.repository=" + root,
                "-jar",
                root.resolve("deploy/local/target/local-1.0.0-SNAPSHOT-app.jar").toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(root.toFile()).inheritIO();
            builder.environment()
                    .putAll(Map.of("HOCVU_HOME", String.valueOf(home), "HOCVU_PORT_OFFSET", String.valueOf(offset)));
            Process process = builder.start();
            if (!process.waitFor(START_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
                throw new IllegalStateException(
                        String.join(" ", arguments) + " took over " + START_MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String planning(String path) {
        return address(8081, path);
    }

    String enrollment(String path) {
        return address(8082, path);
    }

    String classes(String path) {
        return address(8083, path);
    }

    String reporting(String path) {
        return address(8084, path);
    }

    /** An address in the service of that name. */
    String service(String name, String path) {
        return switch (name) {
            case "planning" -> planning(path);
            case "enrollment" -> enrollment(path);
            case "classes" -> classes(path);
            default -> reporting(path);
        };
    }

    private String address(int port, String path) {
        return "http://localhost:" + (port + offset) + path;
    }

    @Override
    public void close() {
        if (home != null) {
            launch("down");
        }
    }
}
