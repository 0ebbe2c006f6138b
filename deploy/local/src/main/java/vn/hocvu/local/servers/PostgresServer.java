package vn.hocvu.local.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL 18 whose commits reach the disk before they are acknowledged. */
public final class PostgresServer implements AutoCloseable {
    /** The server ends any longer transaction of a service's role: no committed event appears behind a reader. */
    public static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts on the data in {@code folder}, kept after the stop.
     *
     * @param folder   holds the data (created when missing) and the unpacked binaries
     * @param port     port on the loopback address
     */
    public static PostgresServer start(Path folder, int port) {
        var data = folder.resolve("data");
        stopLeftOver(data);
        return start(
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(
                                Folders.create(folder.resolve("binaries")).toFile()),
                port);
    }

    /** Starts empty on a free port; the data are deleted at the stop. */
    public static PostgresServer startTemporary() {
        return start(EmbeddedPostgres.builder().setCleanDataDirectory(true), FreePorts.next());
    }

    private static PostgresServer start(EmbeddedPostgres.Builder builder, int port) {
        try {
            var server = new PostgresServer(builder.setPort(port)
                    .setPGStartupWait(START_LIMIT)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_prepared_transactions", "0")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("timezone", "UTC")
                    .start());
            server.requireDurable();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on port " + port, e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** What the server says a setting is. */
    public String show(String setting) {
        try (var connection = administrator();
                var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read setting " + setting, e);
        }
    }

    /**
     * The database of that name with a role of the same name as its owner, created when missing.
     *
     * @param name lower-case letters, digits and underscores
     */
    public Database database(String name, String password) {
        try (var connection = administrator()) {
            prepare(connection, name, password);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare database " + name, e);
        }
        return new Database("jdbc:postgresql://127.0.0.1:" + port() + "/" + name, name, password);
    }

    /**
     * Makes a database with a role of the same name as its owner where they are missing, and limits the role's
     * transactions.
     *
     * @param administrator connection of a role that may create roles and databases
     * @param name          lower-case letters, digits and underscores
     * @param password      letters and digits
     */
    public static void prepare(Connection administrator, String name, String password) throws SQLException {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("not a database name: " + name);
        if (!password.matches("[A-Za-z0-9]+")) throw new IllegalArgumentException("letters and digits only");
        if (!exists(administrator, "select 1 from pg_roles where rolname = ?", name)) {
            execute(administrator, "create role " + name + " login");
        }
        execute(administrator, "alter role " + name + " password '" + password + "'");
        execute(
                administrator,
                "alter role " + name + " set transaction_timeout = '" + TRANSACTION_LIMIT.toSeconds() + "s'");
        if (!exists(administrator, "select 1 from pg_database where datname = ?", name)) {
            execute(administrator, "create database " + name + " owner " + name);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private void requireDurable() {
        for (var setting : new String[] {"fsync", "synchronous_commit"}) {
            var value = show(setting);
            if (!value.equals("on")) {
                close();
                throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + value + ", must be on");
            }
        }
    }

    private Connection administrator() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The real server outlives a killed parent; it is asked to stop before its data are opened again. */
    private static void stopLeftOver(Path data) {
        leftOver(data).ifPresent(process -> {
            LOG.atWarn()
                    .addKeyValue("pid", process.pid())
                    .log("Stopping the PostgreSQL that an earlier run left behind");
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
                process.onExit().get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                process.destroyForcibly();
            }
        });
    }

    private static Optional<ProcessHandle> leftOver(Path data) {
        try {
            var file = data.resolve("postmaster.pid");
            if (!Files.exists(file)) return Optional.empty();
            var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs until the process is asked to stop.
     *
     * @param args folder, port, password, then the databases to prepare
     */
    public static void main(String[] args) throws InterruptedException {
        var server = start(Path.of(args[0]), Integer.parseInt(args[1]));
        for (var i = 3; i < args.length; i++) server.database(args[i], args[2]);
        // The real server is no child of ours; when it dies, so do we, and the launcher starts both again.
        leftOver(Path.of(args[0]).resolve("data"))
                .ifPresent(postmaster -> Thread.ofVirtual().start(() -> {
                    postmaster.onExit().join();
                    Runtime.getRuntime().halt(1);
                }));
        ServerProcess.runUntilStopped("PostgreSQL", server.port(), new CountDownLatch(1), () -> {});
    }
}
