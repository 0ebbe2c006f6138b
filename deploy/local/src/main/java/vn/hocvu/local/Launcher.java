package vn.hocvu.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import vn.hocvu.local.demo.DemoYears;
import vn.hocvu.local.servers.Folders;

/** The command {@code ./hocvu}: everything on this machine. */
public final class Launcher {
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(100);
    private static final int LOG_LINES = 200;

    private final Installation installation;
    private final PrintStream out;

    Launcher(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
    }

    /** Does what the words ask for and ends with a code that scripts can trust. */
    public static void main(String[] words) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try {
            var errand = Errand.of(words);
            System.exit(new Launcher(Installation.here(System.getenv()), out).run(errand));
        } catch (UsageError e) {
            err.println("hocvu: " + e.getMessage());
            System.exit(2);
        } catch (InterruptedException e) {
            System.exit(130);
        } catch (Exception e) {
            err.println("hocvu: " + e);
            if (System.getenv("HOCVU_DEBUG") != null) e.printStackTrace(err);
            System.exit(1);
        }
    }

    int run(Errand errand) throws IOException, InterruptedException {
        return switch (errand) {
            case Errand.Up up -> up(up);
            case Errand.Status status -> new Status(installation, out).print();
            case Errand.Logs logs -> logs(logs);
            case Errand.Down down -> down();
            case Errand.Reset reset -> reset(reset);
            case Errand.Token token -> token(token);
            case Errand.Export export -> new StoreFile(installation, out).write(export);
            case Errand.Supervise supervise -> supervise();
            case Errand.Help help -> {
                out.print(Errand.USAGE);
                yield 0;
            }
        };
    }

    private int up(Errand.Up up) throws IOException, InterruptedException {
        var running = state().filter(RunState::alive);
        if (running.isEmpty()) {
            stopLeftOvers();
            if (up.demo()) markDemo();
            var apps = new Apps(installation);
            var plan = new Plan(installation, apps, Secrets.in(installation.home()));
            out.println("Preparing the programs");
            apps.prepare(plan.modules());
            requireFreePorts(plan.parts());
            spawnSupervisor();
        } else {
            out.println("Already running");
        }
        var interrupted = Thread.ofPlatform().unstarted(() -> {
            out.println();
            out.println("Stopping");
            down();
        });
        Runtime.getRuntime().addShutdownHook(interrupted);
        if (!followStart()) {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            return 1;
        }
        try {
            if (up.demo()) new DemoYears(installation, out).load();
        } catch (UsageError | IllegalStateException e) {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            out.println();
            out.println("The reference years are not complete; everything keeps running, ./hocvu down stops it.");
            throw e;
        }
        out.println();
        out.print(new Addresses(installation).text());
        if (up.detached() || running.isPresent()) {
            Runtime.getRuntime().removeShutdownHook(interrupted);
            return 0;
        }
        out.println();
        out.println("Ctrl-C stops everything.");
        var code = followRun();
        Runtime.getRuntime().removeShutdownHook(interrupted);
        return code;
    }

    /** Pages say that their data are samples. */
    private void markDemo() throws IOException {
        var mark = Plan.demoMark(installation);
        Folders.create(installation.home().resolve("demo"));
        if (!Files.exists(mark)) Files.createFile(mark);
    }

    static void requireFreePorts(List<Part> parts) {
        for (var part : parts) {
            for (var port : part.ports()) {
                try (var socket = new ServerSocket()) {
                    socket.setReuseAddress(true);
                    socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
                } catch (IOException e) {
                    throw new UsageError("port " + port + ", needed by " + part.title()
                            + ", is taken; stop what uses it, or set HOCVU_PORT_OFFSET to shift all ports");
                }
            }
        }
    }

    /** The supervisor gets a process group of its own, so that Ctrl-C reaches only us and we can stop it in order. */
    private void spawnSupervisor() throws IOException, InterruptedException {
        var log = installation.log("supervisor");
        Folders.create(installation.home().resolve("log"));
        Files.deleteIfExists(Plan.state(installation));
        var command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "log=$1; shift; own=; if command -v setsid >/dev/null; then own=setsid; else set -m; fi;"
                        + " $own nohup \"$@\" >>\"$log\" 2>&1 </dev/null &",
                "hocvu",
                log.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=servers-logback.xml",
                "-Dhocvu.repository=" + installation.repository(),
                "-cp",
                System.getProperty("java.class.path"),
                mainClass(),
                "supervise"));
        var code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) throw new IOException("the supervisor did not start; see " + log);
        await("the supervisor to start; see " + log, Duration.ofSeconds(30), () -> state().isPresent());
    }

    /** From the built jar the program is started by the jar's own loader, else by this class. */
    private static String mainClass() {
        return System.getProperty("java.class.path").endsWith("-app.jar")
                ? "org.springframework.boot.loader.launch.JarLauncher"
                : Launcher.class.getName();
    }

    private int supervise() throws InterruptedException {
        var apps = new Apps(installation);
        var secrets = Secrets.in(installation.home());
        ReplacedPostgres.of(installation).ifPresent(server -> server.prepare(secrets.password("postgres")));
        return new Supervisor(installation, new Plan(installation, apps, secrets).parts()).run();
    }

    /** Tells how the start goes on; whether all is ready in the end. */
    private boolean followStart() throws InterruptedException {
        var began = System.nanoTime();
        var told = new HashMap<String, PartState.Phase>();
        while (true) {
            var state = state().orElseThrow(() -> new IllegalStateException("the state of the run is gone"));
            for (var part : state.parts()) {
                if (told.put(part.name(), part.phase()) == part.phase()) continue;
                switch (part.phase()) {
                    case READY -> out.printf("  %-24s ready   %5.1f s%n", part.title(), secondsSince(began));
                    case CRASHED ->
                        out.printf(
                                "  %-24s %s; trying again, see %s%n",
                                part.title(), part.note(), installation.log(part.name()));
                    case WAITING, STARTING, STOPPED -> {}
                }
            }
            if (state.phase() == RunState.Phase.READY) return true;
            if (state.phase() != RunState.Phase.STARTING || !state.alive()) {
                out.println(state.failure() == null ? "The start was stopped." : state.failure());
                for (var part : state.parts()) {
                    if (part.note() != null)
                        tail(installation.log(part.name()), 20).forEach(out::println);
                }
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
    }

    /** Tells of crashes until the supervisor is gone. */
    private int followRun() throws InterruptedException {
        var restarts = new HashMap<String, Integer>();
        while (true) {
            var state = state().orElse(null);
            if (state == null || !state.alive()) return state != null && state.failure() != null ? 1 : 0;
            for (var part : state.parts()) {
                var before = restarts.put(part.name(), part.restarts());
                if (before != null && before < part.restarts()) {
                    out.println(part.title() + " " + part.note() + " and is started again; see "
                            + installation.log(part.name()));
                }
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
    }

    private int down() {
        var state = state().orElse(null);
        if (state == null || !state.alive()) {
            stopLeftOvers();
            out.println("Nothing runs");
            return 0;
        }
        RunState.processOf(state.supervisor(), state.started()).ifPresent(supervisor -> {
            supervisor.destroy();
            try {
                supervisor.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                out.println("The supervisor does not answer and is killed");
                supervisor.destroyForcibly();
            }
        });
        stopLeftOvers();
        out.println("Stopped");
        return 0;
    }

    /** Parts whose supervisor was killed are stopped before anything else opens their data. */
    private void stopLeftOvers() {
        var state = state().orElse(null);
        if (state == null || state.alive()) return;
        var left = state.parts().reversed().stream()
                .flatMap(part -> RunState.processOf(part.pid(), part.started()).stream())
                .toList();
        if (left.isEmpty()) return;
        out.println("Stopping what an earlier run left behind");
        left.forEach(ProcessHandle::destroy);
        for (var process : left) {
            try {
                process.onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                process.destroyForcibly();
            }
        }
    }

    private int logs(Errand.Logs logs) throws IOException, InterruptedException {
        var file = installation.log(logs.part());
        if (!Files.exists(file)) {
            var folder = installation.home().resolve("log");
            throw new UsageError("no log of " + logs.part() + "; there are: " + names(folder));
        }
        tail(file, LOG_LINES).forEach(out::println);
        if (!logs.follow()) return 0;
        try (var reader = Files.newByteChannel(file)) {
            reader.position(reader.size());
            var buffer = ByteBuffer.allocate(1 << 16);
            while (true) {
                buffer.clear();
                if (reader.read(buffer) > 0) out.write(buffer.array(), 0, buffer.position());
                else TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
            }
        }
    }

    private static String names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return "none yet";
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    private static List<String> tail(Path file, int lines) {
        try (var content = Files.lines(file)) {
            var all = content.toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private int reset(Errand.Reset reset) {
        if (!reset.sure()) {
            out.print("Delete all local data in " + installation.home() + "? Type yes: ");
            out.flush();
            var in = new Scanner(System.in, StandardCharsets.UTF_8);
            if (!in.hasNextLine() || !in.nextLine().strip().equalsIgnoreCase("yes")) {
                out.println("Nothing was deleted");
                return 1;
            }
        }
        if (state().filter(RunState::alive).isPresent()) down();
        else stopLeftOvers();
        for (var folder : List.of("postgres/data", "kafka", "mongodb", "identity", "audit", "log", "run", "demo")) {
            Folders.delete(installation.home().resolve(folder));
        }
        try {
            Files.deleteIfExists(installation.home().resolve("secrets.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println("Local data deleted");
        return 0;
    }

    private int token(Errand.Token token) throws IOException, InterruptedException {
        if (installation.replaced("HOCVU_OIDC_ISSUER").isPresent()) {
            throw new UsageError(
                    "sample tokens come from the local identity provider, but HOCVU_OIDC_ISSUER replaces it");
        }
        out.println(token(installation, token.user()));
        return 0;
    }

    /**
     * The bearer token of a sample account.
     *
     * @throws UsageError when there is no such account, or the identity provider does not run
     */
    public static String token(Installation installation, String user) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + installation.port(Port.IDENTITY) + "/sample-tokens"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("user=" + URLEncoder.encode(user, StandardCharsets.UTF_8)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new UsageError(answer.body());
            return answer.body();
        } catch (ConnectException e) {
            throw new UsageError("the identity provider does not run; ./hocvu up starts it");
        }
    }

    private Optional<RunState> state() {
        return RunState.read(Plan.state(installation));
    }

    private static void await(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new IllegalStateException("waited in vain for " + what);
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
