package vn.hocvu.local;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.Collectors;
import vn.hocvu.platform.auditchain.StoreExport;

/** A service's events with their signed log, as a file for {@code ./hocvu verify}; needs the database only. */
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
        try (var connection = DriverManager.getConnection(url, service.database(), secrets.password("postgres"));
                var stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            StoreExport.write(connection, service.module(), Clock.systemUTC().instant(), stream);
        } catch (SQLException e) {
            throw new UsageError("the store of " + service.name() + " cannot be read: " + e.getMessage());
        }
        var kept = installation.home().resolve("audit").resolve(service.module());
        out.println("Written to " + file);
        out.println("./hocvu verify " + export.file() + " --key " + kept + ".public.pem --copy " + kept + ".log.jsonl");
        return 0;
    }

    private static Plan.Service service(String name) {
        return Plan.SERVICES.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageError("no service " + name + "; there are: "
                        + Plan.SERVICES.stream().map(Plan.Service::name).collect(Collectors.joining(", "))));
    }
}
