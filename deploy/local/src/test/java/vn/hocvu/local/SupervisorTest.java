package vn.hocvu.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts start after what they need, come back after a crash, and stop before what they use. */
class SupervisorTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Process supervisor;

    @AfterEach
    void stop() throws InterruptedException {
        if (supervisor != null) {
            supervisor.destroy();
            supervisor.waitFor();
        }
    }

    @Test
    void aServiceStartsWhenItsServersAreReady() throws Exception {
        supervise("steady");

        var state = await(run -> run.phase() == RunState.Phase.READY);

        assertThat(state.parts()).extracting(PartState::phase).containsOnly(PartState.Phase.READY);
        assertThat(Files.readAllLines(folder.resolve("order"))).containsExactly("server", "service");
    }

    @Test
    void aCrashedPartIsStartedAgain() throws Exception {
        supervise("steady");
        var pid = part(await(run -> run.phase() == RunState.Phase.READY), "service")
                .pid();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        var again = part(
                await(run -> part(run, "service").restarts() == 1
                        && part(run, "service").phase() == PartState.Phase.READY),
                "service");
        assertThat(again.pid()).isNotEqualTo(pid);
        assertThat(again.note()).startsWith("ended with code");
    }

    @Test
    void stoppingIsInOrder() throws Exception {
        supervise("steady");
        await(run -> run.phase() == RunState.Phase.READY);

        supervisor.destroy();

        assertThat(supervisor.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(folder.resolve("order")))
                .containsExactly("server", "service", "service ends", "server ends");
        assertThat(state().phase()).isEqualTo(RunState.Phase.STOPPED);
    }

    @Test
    void aPartThatNeverStartsFailsTheStartWithItsLog() throws Exception {
        supervise("broken");

        var state = await(run -> run.phase() == RunState.Phase.FAILED);

        assertThat(state.failure()).contains("Service", "ended with code 7", "service.log");
        assertThat(supervisor.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(supervisor.exitValue()).isEqualTo(1);
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            var part = new Part(
                    "x",
                    "Kafka",
                    List.of(),
                    Map.of(),
                    List.of(taken.getLocalPort()),
                    written("x"),
                    Set.of(),
                    false,
                    null,
                    null);

            assertThatThrownBy(() -> Launcher.requireFreePorts(List.of(part)))
                    .isInstanceOf(UsageError.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + ", needed by Kafka");
        }
    }

    @Test
    void nothingRunsIsSaidPlainly() throws Exception {
        var said = new ByteArrayOutputStream();

        var code = new Status(installation(folder), new PrintStream(said, true, StandardCharsets.UTF_8)).print();

        assertThat(code).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Nothing runs");
    }

    private void supervise(String kind) throws IOException {
        supervisor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Supervised.class.getName(),
                        folder.toString(),
                        kind)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("supervisor.out").toFile())
                .start();
    }

    private RunState await(Predicate<RunState> condition) throws InterruptedException {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            var state = RunState.read(Plan.state(installation(folder)));
            if (state.filter(condition).isPresent()) return state.get();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("waited in vain; last seen " + state());
    }

    private RunState state() {
        return RunState.read(Plan.state(installation(folder))).orElseThrow();
    }

    private static PartState part(RunState state, String name) {
        return state.parts().stream()
                .filter(part -> part.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private Part.Readiness written(String name) {
        return new Part.Readiness.Written(folder.resolve(name + ".ready"));
    }

    private static Installation installation(Path folder) {
        return new Installation(folder, folder, 0, Map.of());
    }

    /** A supervisor of two small shell programs. */
    static final class Supervised {
        public static void main(String[] args) throws InterruptedException {
            var folder = Path.of(args[0]);
            var server = program(folder, "server", "Server", Set.of(), false, "");
            var service = program(
                    folder, "service", "Service", Set.of("server"), true, args[1].equals("broken") ? "exit 7" : "");
            var installation = installation(folder);
            System.exit(new Supervisor(installation, List.of(server, service)).run());
        }

        private static Part program(
                Path folder, String name, String title, Set<String> after, boolean stopsFirst, String trouble) {
            var script = trouble.isEmpty()
                    ? "echo " + name + " >> order; trap 'echo " + name + " ends >> order; exit 0' TERM; touch " + name
                            + ".ready; while :; do sleep 0.05; done"
                    : "echo broken; " + trouble;
            return new Part(
                    name,
                    title,
                    List.of("sh", "-c", script),
                    Map.of(),
                    List.of(),
                    new Part.Readiness.Written(folder.resolve(name + ".ready")),
                    after,
                    stopsFirst,
                    null,
                    null);
        }
    }
}
