package vn.hocvu.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What runs, with health, lag, memory and addresses. */
final class Status {
    private static final Pattern LAG =
            Pattern.compile("^hocvu_(relay|view|policy)_lag\\w*(?:\\{[^}]*})? ([0-9.eE+-]+)$");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Installation installation;
    private final PrintStream out;

    Status(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    /** Prints the table; 0 when all is ready, else 3. */
    int print() throws InterruptedException {
        var state =
                RunState.read(Plan.state(installation)).filter(RunState::alive).orElse(null);
        if (state == null) {
            out.println("Nothing runs. ./hocvu up starts it.");
            return 3;
        }
        out.printf("%-26s %-9s %8s %9s %8s %8s  %s%n", "PART", "STATE", "PID", "MEMORY", "RESTARTS", "LAG", "ADDRESS");
        var all = true;
        for (var part : state.parts()) {
            all &= part.phase() == PartState.Phase.READY;
            out.printf(
                    "%-26s %-9s %8s %9s %8d %8s  %s%n",
                    part.title(),
                    health(part),
                    part.pid() == 0 ? "-" : Long.toString(part.pid()),
                    memory(part.pid())
                            .map(kilobytes -> kilobytes / 1024 + " MiB")
                            .orElse("-"),
                    part.restarts(),
                    lag(part),
                    part.address() == null ? "" : part.address());
        }
        out.println("Logs are in " + installation.home().resolve("log"));
        return all ? 0 : 3;
    }

    private String health(PartState part) {
        if (part.phase() != PartState.Phase.READY) return part.phase().name().toLowerCase(Locale.ROOT);
        return Plan.SERVICES.stream()
                .filter(service -> service.name().equals(part.name()))
                .findAny()
                .map(service -> Supervisor.answers(operations(service, "/actuator/health")) ? "healthy" : "unwell")
                .orElse("ready");
    }

    private String lag(PartState part) throws InterruptedException {
        for (var service : Plan.SERVICES) {
            if (!service.name().equals(part.name())) continue;
            var worst = worstLag(text(operations(service, "/actuator/prometheus")));
            return worst.isPresent() ? "%.1f s".formatted(worst.getAsDouble()) : "-";
        }
        return "";
    }

    /** The longest lag among the meters of a service. */
    static OptionalDouble worstLag(String meters) {
        return meters.lines()
                .map(LAG::matcher)
                .filter(Matcher::matches)
                .mapToDouble(found -> Double.parseDouble(found.group(2)))
                .filter(Double::isFinite)
                .max();
    }

    private URI operations(Plan.Service service, String path) {
        return URI.create("http://127.0.0.1:" + installation.port(service.operations()) + path);
    }

    /** What the address says to the system administrator, who alone may read meters; nothing when it does not answer. */
    private String text(URI address) throws InterruptedException {
        if (installation.replaced("HOCVU_OIDC_ISSUER").isPresent()) return "";
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var question = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .header("Authorization", "Bearer " + Launcher.token(installation, "sys_admin"))
                    .build();
            var answer = client.send(question, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException | UsageError e) {
            return "";
        }
    }

    /** Kilobytes in main memory, where the system tells. */
    static Optional<Long> memory(long pid) {
        try {
            var file = Path.of("/proc", Long.toString(pid), "status");
            if (pid == 0 || !Files.exists(file)) return Optional.empty();
            var found = RESIDENT.matcher(Files.readString(file));
            return found.find() ? Optional.of(Long.parseLong(found.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
