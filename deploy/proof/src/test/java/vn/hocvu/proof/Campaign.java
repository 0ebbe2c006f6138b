package vn.hocvu.proof;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hocvu.proof.agent.AgentJar;
import vn.hocvu.proof.agent.Crash;
import vn.hocvu.proof.agent.CrashPoint;
import vn.hocvu.proof.checker.Checker;
import vn.hocvu.proof.checker.Inspection;
import vn.hocvu.proof.checker.ViewServer;
import vn.hocvu.proof.history.History;
import vn.hocvu.proof.history.Told.Answer;
import vn.hocvu.proof.load.Api;
import vn.hocvu.proof.load.Groundwork;
import vn.hocvu.proof.load.Load;
import vn.hocvu.proof.load.Viewer;
import vn.hocvu.proof.system.Program;
import vn.hocvu.proof.system.RunningSystem;
import vn.hocvu.proof.system.Service;
import vn.hocvu.proof.system.Waiting;

/** One run: a system of its own, a seed, a year with classes that recruit, an open dashboard, and all that was asked. */
final class Campaign implements AutoCloseable {
    /** How often each fault is repeated: 1 in the smoke run, 200 before a release. */
    static final int CYCLES = Integer.getInteger("hocvu.proof.cycles", 1);

    private static final Logger LOG = LoggerFactory.getLogger(Campaign.class);
    private static final int CLIENTS = 4;
    private static final int CLASSES = 6;
    private static final int SEATS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clock clock = Clock.systemUTC();
    private final long seed = Optional.ofNullable(System.getProperty("hocvu.proof.seed"))
            .filter(text -> !text.isBlank())
            .map(Long::valueOf)
            .orElseGet(() -> clock.millis() % 1_000_000);
    private final Random chance = new Random(seed);
    private final AgentJar agent;
    private final RunningSystem system;
    private final Api api;
    private final Groundwork ground;
    private final History history;
    private final Inspection inspection;
    private final List<String> intakes;
    private final Viewer viewer;
    private long begun = System.nanoTime();
    private @Nullable Load working;

    Campaign() {
        system = RunningSystem.start();
        try {
            step("everything started in " + system.home());
            agent = AgentJar.in(system.home());
            api = new Api(system);
            ground = new Groundwork(api, clock);
            history = new History(system.home().resolve("commands.log"));
            inspection = new Inspection(system, api);
            ground.allocate();
            intakes = ground.recruit("K", CLASSES, SEATS);
            viewer = Viewer.open(system, ground.year());
            step("a year is planned, " + CLASSES + " classes recruit");
        } catch (RuntimeException | Error failure) {
            system.close();
            throw failure;
        }
    }

    RunningSystem system() {
        return system;
    }

    Api api() {
        return api;
    }

    Groundwork ground() {
        return ground;
    }

    History history() {
        return history;
    }

    Inspection inspection() {
        return inspection;
    }

    Random chance() {
        return chance;
    }

    Clock clock() {
        return clock;
    }

    /** Says how far the run is, and how long the step took. */
    void step(String done) {
        var now = System.nanoTime();
        LOG.atInfo()
                .addKeyValue("seed", seed)
                .addKeyValue("seconds", Math.round((now - begun) / 1e8) / 10.0)
                .log(done);
        begun = now;
    }

    /** Sends clients to work on the processes named. */
    Load load(String... programs) {
        var load = Load.begin(
                api,
                ground,
                history,
                clock,
                chance.nextLong(),
                CLIENTS,
                intakes,
                programs.length == 0 ? List.of("enrollment") : List.of(programs));
        working = load;
        return load;
    }

    /** Waits until so many more orders were answered. */
    void awaitAnswers(int more) {
        var before = history.count(Answer.OK);
        Waiting.until(
                more + " more orders to be done",
                Duration.ofMinutes(4),
                () -> {
                    if (working != null) working.requireAtWork();
                    return history.count(Answer.OK) >= before + more;
                },
                () -> "only " + (history.count(Answer.OK) - before));
    }

    /** What the health of a program says of one of its parts. */
    String status(String program, String part) {
        try {
            return api.health(program)
                    .path("components")
                    .path(part)
                    .path("status")
                    .asString("");
        } catch (IOException away) {
            return "";
        }
    }

    /** Lets a program crash at each place in turn, one start for each, and starts it for good in the end. */
    void crash(String program, List<CrashPoint> points) {
        var victim = system.program(program);
        victim.kill();
        for (var point : points) {
            crash(victim, point, 1 + chance.nextInt(3));
            step(program + " crashed at " + point);
        }
        victim.start();
    }

    private void crash(Program victim, CrashPoint point, long time) {
        victim.start(agent.crashing(point, time));
        if (!victim.awaitEnd(PATIENCE)) throw new AssertionError(victim.name() + " never came to " + point);
        if (victim.exitCode() != Crash.EXIT) {
            throw new AssertionError(victim.name() + " ended with " + victim.exitCode() + " before " + point);
        }
    }

    /** From now on enrollment-service decides wrongly. */
    void startWithSeatsFromAView() {
        var enrollment = system.program(Service.ENROLLMENT);
        enrollment.stop();
        enrollment.start(agent.seatsFromAView()).awaitReady();
    }

    /** What the checker finds now. */
    List<String> findings() {
        return Checker.findings(inspection.collect(history, List.of(viewer), ground.year()));
    }

    /** Asks reporting-service to fold its topics anew, and stops it whenever that has come so far. */
    void stopRebuildsAt(int... percents) {
        var victim = system.program(Service.REPORTING);
        var serving = views().serving(Service.REPORTING, "topics");
        views().askForRebuild(Service.REPORTING, "topics");
        victim.kill();
        for (var percent : percents) {
            var facts = inspection.facts(Service.REPORTING);
            var built = inspection.built(Service.REPORTING);
            crash(victim, CrashPoint.REBUILD_AT_FACT, Math.max(1, facts * percent / 100 - built));
            step("rebuild stopped at " + percent + " % of " + facts + " facts");
            requireOldRows(serving);
        }
        crash(victim, CrashPoint.REBUILD_AT_ROWS, 2);
        requireOldRows(serving);
        victim.start().awaitReady();
        if (Viewer.truth(api, ground.year()).isEmpty()) throw new AssertionError("the dashboard is empty");
        Waiting.until(
                "the rebuild to end",
                PATIENCE,
                () -> views().serving(Service.REPORTING, "topics") > serving
                        && views().building(Service.REPORTING, "topics") == 0);
    }

    private ViewServer views() {
        return inspection.views();
    }

    private void requireOldRows(int serving) {
        if (views().serving(Service.REPORTING, "topics") != serving) {
            throw new AssertionError("rows that were half built serve already");
        }
    }

    /** Waits for a quiet moment and compares everything. */
    void check(String when) {
        system.awaitReady();
        var evidence = inspection.collect(history, List.of(viewer), ground.year());
        step("%s: %d orders done, %d refused, %d unanswered; %d events, %d rows compared"
                .formatted(
                        when,
                        history.count(Answer.OK),
                        history.count(Answer.REFUSED),
                        history.count(Answer.UNKNOWN),
                        evidence.stores().values().stream().mapToInt(List::size).sum(),
                        evidence.rows().size()));
        Checker.check(
                when,
                evidence,
                "commands, logs and data: " + system.home()
                        + "; the same again: ./mvnw -pl deploy/proof verify -DskipITs=false" + " -Dhocvu.proof.seed="
                        + seed + " -Dhocvu.proof.cycles=" + CYCLES);
    }

    @Override
    public void close() {
        viewer.close();
        inspection.close();
        api.close();
        system.close();
        step("everything stopped");
    }
}
