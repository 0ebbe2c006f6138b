package vn.hocvu.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.hocvu.bench.measure.Await;
import vn.hocvu.local.servers.Database;
import vn.hocvu.local.servers.Folders;
import vn.hocvu.local.servers.FreePorts;
import vn.hocvu.local.servers.KafkaServer;
import vn.hocvu.local.servers.MongoServer;
import vn.hocvu.local.servers.PostgresServer;

/** PostgreSQL, Kafka and the view server on free ports and in a folder of their own. */
public final class Servers implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int STOP_SECONDS = 30;
    private static final int KAFKA_MEMORY = 320;
    private static final int MONGO_MEMORY = 512;

    private final Path folder;
    private final PostgresServer postgres;
    private final List<Process> processes = new ArrayList<>();
    private final int kafkaPort = FreePorts.next();
    private final int mongoPort = FreePorts.next();
    private final Thread atExit = Thread.ofPlatform().unstarted(this::stop);

    private Servers() {
        try {
            folder = Files.createTempDirectory("hocvu-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        start(KafkaServer.class, KAFKA_MEMORY, Integer.toString(kafkaPort), Integer.toString(FreePorts.next()));
        start(MongoServer.class, MONGO_MEMORY, Integer.toString(mongoPort));
        postgres = PostgresServer.startTemporary();
        Await.until("the servers to start; see " + folder, START_LIMIT, this::ready);
    }

    public static Servers start() {
        return new Servers();
    }

    /** A server class with the same options as the launcher gives it. */
    private void start(Class<?> server, int memory, String... ports) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory + "m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=servers-logback.xml",
                "-Dhocvu.ready.file=" + readyFile(server),
                "-cp",
                System.getProperty("java.class.path"),
                server.getName(),
                folder.resolve(server.getSimpleName()).toString()));
        command.addAll(List.of(ports));
        try {
            processes.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            folder.resolve(server.getSimpleName() + ".log").toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path readyFile(Class<?> server) {
        return folder.resolve(server.getSimpleName() + ".ready");
    }

    private boolean ready() {
        if (!processes.stream().allMatch(Process::isAlive)) {
            throw new IllegalStateException("a server ended by itself; see " + folder);
        }
        return Files.exists(readyFile(KafkaServer.class)) && Files.exists(readyFile(MongoServer.class));
    }

    /** A database of its own, empty at first. */
    public Database database(String name) {
        return postgres.database(name, "hocvu");
    }

    public String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    public String mongo(String database) {
        return "mongodb://127.0.0.1:" + mongoPort + "/" + database;
    }

    private void stop() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
            }
        }
        Folders.delete(folder);
    }

    @Override
    public void close() {
        Hooks.remove(atExit);
        postgres.close();
        stop();
    }
}
