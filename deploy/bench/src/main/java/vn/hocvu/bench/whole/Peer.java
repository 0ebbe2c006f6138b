package vn.hocvu.bench.whole;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.hocvu.bench.measure.Await;
import vn.hocvu.bench.peers.CrudPeer;
import vn.hocvu.bench.servers.Hooks;
import vn.hocvu.local.Port;
import vn.hocvu.local.servers.FreePorts;
import vn.hocvu.local.servers.PostgresServer;

/** The plain application in a process of its own, with the options of enrollment-service, on the same PostgreSQL. */
final class Peer implements AutoCloseable {
    private static final String DATABASE = "plain_crud";
    private static final String PASSWORD = "hocvu";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    /** What the plain application does not have on its class path. */
    private static final Pattern NOT_PLAIN = Pattern.compile(
            "(event-store|event-stream|view-store|local|axon|flyway|spring-boot-flyway|kafka|mongo|h2|embedded).*\\.jar");

    private final Process process;
    private final int port = FreePorts.next();
    private final List<UUID> classes = new ArrayList<>();
    private final Api api;
    private final Applicants applicants;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Thread atExit;

    Peer(WholeSystem system, Api api, Applicants applicants, int classCount, int seats) {
        this.api = api;
        this.applicants = applicants;
        String postgres = "jdbc:postgresql://127.0.0.1:" + system.installation().port(Port.POSTGRES) + "/";
        prepare(postgres, classCount, seats);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(system.options("enrollment"));
        command.addAll(List.of("-cp", plainClassPath(), CrudPeer.class.getName()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        system.home().resolve("log").resolve("plain-crud.log").toFile());
        builder.environment().putAll(settings(system, postgres));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        atExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
        Await.until("the plain application", START_LIMIT, Duration.ofMillis(100), this::answers);
    }

    private void prepare(String postgres, int classCount, int seats) {
        var administrator = new DriverManagerDataSource(postgres + "postgres", "postgres", "postgres");
        try (var connection = administrator.getConnection()) {
            PostgresServer.prepare(connection, DATABASE, PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the peer's database", e);
        }
        var database = JdbcClient.create(new DriverManagerDataSource(postgres + DATABASE, DATABASE, PASSWORD));
        CrudPeer.TABLES.forEach(table -> database.sql(table).update());
        for (int i = 0; i < classCount; i++) {
            UUID id = UUID.randomUUID();
            database.sql("insert into training_class (id, seats) values (?, ?)")
                    .params(id, seats)
                    .update();
            classes.add(id);
        }
    }

    private static String plainClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !NOT_PLAIN
                        .matcher(String.valueOf(Path.of(entry).getFileName()))
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Map<String, String> settings(WholeSystem system, String postgres) {
        String issuer = system.address(Port.IDENTITY, "");
        return Map.of(
                "SERVER_PORT",
                Integer.toString(port),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SPRING_DATASOURCE_URL",
                postgres + DATABASE,
                "SPRING_DATASOURCE_USERNAME",
                DATABASE,
                "SPRING_DATASOURCE_PASSWORD",
                PASSWORD,
                "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE",
                "20",
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI",
                issuer,
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWKSETURI",
                issuer + "/oauth2/jwks");
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the plain application ended by itself with " + process.exitValue());
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Asks for the next seat; false if the application refuses for now.
     *
     * @throws IllegalStateException if it is answered in any other way
     */
    boolean enrol() {
        UUID id = classes.get(next.getAndIncrement() % classes.size());
        var answer = api.send(
                "admissions_officer",
                URI.create("http://127.0.0.1:" + port + "/classes/" + id + "/enrollments"),
                applicants.nextBody());
        if (Seating.FOR_NOW.contains(answer.statusCode())) {
            refused.incrementAndGet();
            return false;
        }
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(
                    "the plain application answered " + answer.statusCode() + ": " + answer.body());
        }
        return true;
    }

    /** Requests that were refused for now. */
    int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        Hooks.remove(atExit);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
