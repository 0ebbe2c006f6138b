package vn.hocvu.local;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.stream.Collectors;
import vn.hocvu.platform.auditchain.StoreExport;

/**
 * A service's events with their signed log, as a file for {@code ./hocvu verify}; needs the database only. Like every
 * hand-out of evidence it is noted there, under the account of the operating system, before anybody has the file.
 */
final class StoreFile {
    private final Installation installation;
    private final PrintStream out;

    StoreFile(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    int write(Errand.Export export) throws IOException {
        var service = service(export.service());
        var file = Path.of(System.getProperty("hocvu.here", ""))
                .resolve(export.file())
                .toAbsolutePath();
        var secrets = Secrets.in(installation.home());
        var url = new Plan(installation, new Apps(installation), secrets).postgres(service);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try (var connection = DriverManager.getConnection(url, service.database(), secrets.password("postgres"))) {
            var written = write(connection, service, draft);
            note(connection, file.getFileName().toString(), written);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException e) {
            throw new UsageError(
                    "the store of " + service.name() + " cannot be read, or not be noted in: " + e.getMessage());
        } finally {
            Files.deleteIfExists(draft);
        }
        var kept = installation.home().resolve("audit").resolve(service.module());
        out.println("Written to " + file + ", and noted in the trail");
        out.println("./hocvu verify " + export.file() + " --key " + kept + ".public.pem --copy " + kept + ".log.jsonl");
        return 0;
    }

    private record Written(long events, String digest) {}

    private static Written write(Connection connection, Plan.Service service, Path file)
            throws IOException, SQLException {
        var digest = sha256();
        try (var stream = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            var events = StoreExport.write(
                    connection, service.module(), Clock.systemUTC().instant(), stream);
            return new Written(events, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static void note(Connection connection, String about, Written written) throws SQLException {
        try (var insert = connection.prepareStatement("insert into audit_inspection (actor, roles, what, about, events,"
                + " digest) values (?, '', 'export', ?, ?, ?)")) {
            insert.setString(1, "os:" + System.getProperty("user.name"));
            insert.setString(2, about);
            insert.setLong(3, written.events());
            insert.setString(4, written.digest());
            insert.executeUpdate();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Plan.Service service(String name) {
        return Plan.SERVICES.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageError("no service " + name + "; there are: "
                        + Plan.SERVICES.stream().map(Plan.Service::name).collect(Collectors.joining(", "))));
    }
}
