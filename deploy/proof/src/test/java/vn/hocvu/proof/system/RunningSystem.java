package vn.hocvu.proof.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hocvu.local.Installation;
import vn.hocvu.local.Port;
import vn.hocvu.local.servers.Folders;
import vn.hocvu.local.servers.FreePorts;

/**
 * The whole system on ports and in a folder of its own: the real servers, the identity provider and the four services,
 * each a process, started from the very jars that production runs.
 */
public final class RunningSystem implements AutoCloseable {
    /** Name of the second process of enrollment-service. */
    public static final String SECOND_ENROLLMENT = "enrollment-2";

    private final Installation installation;
    private final Layout layout;
    private final Map<String, Program> programs = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Thread atExit = Thread.ofPlatform().unstarted(this::killAll);

    private RunningSystem(Installation installation, Apps apps) {
        this.installation = installation;
        this.layout = new Layout(installation, apps);
    }

    /** Starts everything and waits until all is ready. */
    public static RunningSystem start() {
        var root = Path.of(System.getProperty("hocvu.root", "../.."))
                .toAbsolutePath()
                .normalize();
        var target = Folders.create(Path.of("target").toAbsolutePath());
        LeftOvers.end(target);
        var apps = new Apps(root, target.resolve("apps"));
        apps.prepare();
        try {
            var home = Files.createTempDirectory(target, "system-");
            var system = new RunningSystem(new Installation(root, home, freeOffset(), Map.of()), apps);
            system.describe();
            system.begin();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freeOffset() {
        for (var offset = 5_000; offset < 25_000; offset += 137) {
            var here = new Installation(Path.of(""), Path.of(""), offset, Map.of());
            if (Arrays.stream(Port.values()).map(here::port).allMatch(RunningSystem::isFree)) return offset;
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private void describe() {
        Folders.create(home().resolve("log"));
        Folders.create(home().resolve("run"));
        add(layout.postgres());
        add(layout.kafka());
        add(layout.views());
        add(layout.identity());
        for (var service : Service.values()) {
            service(
                    service.word(),
                    service,
                    installation.port(service.port()),
                    installation.port(service.operations()));
        }
    }

    private void service(String name, Service service, int port, int operations) {
        ports.put(name, port);
        ports.put(name + " operations", operations);
        add(layout.service(name, service, port, operations));
    }

    private void add(Program program) {
        programs.put(program.name(), program);
    }

    private void begin() {
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            program("identity").start();
            for (var server : servers()) program(server).start();
            for (var server : servers()) program(server).awaitReady();
            for (var service : Service.values()) program(service.word()).start();
            awaitReady();
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /** Starts a second process of enrollment-service beside the first. */
    public Program startSecondEnrollment() {
        if (!programs.containsKey(SECOND_ENROLLMENT)) {
            service(SECOND_ENROLLMENT, Service.ENROLLMENT, FreePorts.next(), FreePorts.next());
        }
        return program(SECOND_ENROLLMENT).start().awaitReady();
    }

    /** The installation, for what asks the local identity provider. */
    public Installation installation() {
        return installation;
    }

    public Path home() {
        return installation.home();
    }

    public Program program(String name) {
        var program = programs.get(name);
        if (program == null) throw new IllegalArgumentException("no program " + name);
        return program;
    }

    public Program program(Service service) {
        return program(service.word());
    }

    /** Names of everything that runs in production: the servers and the services. */
    public static List<String> everything() {
        var names = new ArrayList<>(servers());
        for (var service : Service.values()) names.add(service.word());
        return names;
    }

    /** Names of the three servers. */
    public static List<String> servers() {
        return List.of("postgres", "kafka", "views");
    }

    /** Waits until every program that was started and not stopped is ready; servers first. */
    public void awaitReady() {
        programs.values().stream().filter(Program::isWanted).forEach(Program::awaitReady);
    }

    /** Base address of a service's pages and API; the second enrollment process has its own. */
    public String address(String program) {
        return "http://localhost:" + ports.get(program);
    }

    /** Base address of a program's health and meters. */
    public String operations(String program) {
        return "http://127.0.0.1:" + ports.get(program + " operations");
    }

    public String jdbc(Service service) {
        return layout.jdbc(service);
    }

    public String password() {
        return Layout.PASSWORD;
    }

    public String bootstrap() {
        return layout.bootstrap();
    }

    public String mongo() {
        return layout.mongo();
    }

    /** Kills any program; with PostgreSQL it is the real server that dies, not the process that watches it. */
    public void kill(String name) {
        if (name.equals("postgres")) {
            postmaster().ifPresent(pid -> Program.signal("KILL", pid));
            if (!program(name).awaitEnd(Duration.ofSeconds(30))) program(name).kill();
        } else {
            program(name).kill();
        }
    }

    private Optional<Long> postmaster() {
        try {
            var file = home().resolve("postgres/data/postmaster.pid");
            return Files.exists(file)
                    ? Optional.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void killAll() {
        LeftOvers.endIn(home());
    }

    /** Stops everything in order, and kills what does not stop. */
    @Override
    public void close() {
        var rest = programs.keySet().stream()
                .filter(name -> !servers().contains(name))
                .toList();
        for (var group : List.of(rest, servers())) {
            group.stream().map(this::program).filter(Program::isAlive).forEach(Program::resume);
            group.forEach(name -> program(name).askToStop());
            for (var name : group) {
                if (!program(name).awaitEnd(Duration.ofSeconds(45)))
                    program(name).kill();
            }
        }
        killAll();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
