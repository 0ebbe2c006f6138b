package vn.hocvu.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.hocvu.local.PartState.Phase;

/** What all parts are doing, shared by their watchers and written down at every change. */
final class Board {
    private final Path file;
    private final long supervisor;
    private final long started;
    private final Map<String, PartState> parts = new LinkedHashMap<>();
    private RunState.Phase phase = RunState.Phase.STARTING;
    private @Nullable String failure;

    Board(Path file, long supervisor, long started, List<Part> parts) {
        this.file = file;
        this.supervisor = supervisor;
        this.started = started;
        for (var part : parts) {
            this.parts.put(
                    part.name(),
                    new PartState(part.name(), part.title(), Phase.WAITING, 0, 0, 0, part.address(), null));
        }
        write();
    }

    synchronized void change(String part, UnaryOperator<PartState> change) {
        parts.compute(part, (name, state) -> change.apply(Objects.requireNonNull(state)));
        if (phase == RunState.Phase.STARTING
                && parts.values().stream().allMatch(state -> state.phase() == Phase.READY)) {
            phase = RunState.Phase.READY;
        }
        write();
        notifyAll();
    }

    /** The whole moves on; once it is stopping it only stops. */
    synchronized void phase(RunState.Phase next) {
        phase = next;
        write();
        notifyAll();
    }

    synchronized void fail(String why) {
        if (over()) return;
        failure = why;
        phase = RunState.Phase.FAILED;
        write();
        notifyAll();
    }

    /** Waits until these parts are ready; false when the whole stops before. */
    synchronized boolean awaitReady(Set<String> names) throws InterruptedException {
        while (!over()
                && !parts.values().stream()
                        .filter(state -> names.contains(state.name()))
                        .allMatch(state -> state.phase() == Phase.READY)) {
            wait();
        }
        return !over();
    }

    /** Waits until the whole has left its start behind; the phase it is in then. */
    synchronized RunState.Phase awaitStarted() throws InterruptedException {
        while (phase == RunState.Phase.STARTING) wait();
        return phase;
    }

    /** Waits that long, or less when the whole stops; whether it still goes on. */
    synchronized boolean goesOnAfter(Duration pause) throws InterruptedException {
        var end = System.nanoTime() + pause.toNanos();
        for (var left = pause.toNanos(); !over() && left > 0; left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
        return !over();
    }

    synchronized boolean over() {
        return phase == RunState.Phase.STOPPING || phase == RunState.Phase.STOPPED || phase == RunState.Phase.FAILED;
    }

    synchronized @Nullable String failure() {
        return failure;
    }

    private void write() {
        new RunState(supervisor, started, phase, failure, List.copyOf(parts.values())).write(file);
    }
}
