package vn.hocvu.proof.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processes that a run left behind because its own process was killed; told by the marks in our folder. */
final class LeftOvers {
    private LeftOvers() {}

    /** Ends what earlier runs in that folder left behind. */
    static void end(Path target) {
        try (var runs = Files.list(target)) {
            runs.filter(run -> run.getFileName().toString().startsWith("system-"))
                    .forEach(LeftOvers::endIn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every process of one run that is still there. */
    static void endIn(Path home) {
        var marks = new ArrayList<Path>();
        marks.add(home.resolve("postgres/data/postmaster.pid"));
        try (var files = Files.list(home.resolve("run"))) {
            files.filter(file -> file.toString().endsWith(".pid")).forEach(marks::add);
        } catch (IOException e) {
            return;
        }
        for (var mark : marks) {
            processOf(mark).ifPresent(process -> {
                Program.signal("CONT", process.pid());
                process.destroyForcibly();
            });
        }
    }

    /** The process of a mark: by its number and when it began, or, for the real PostgreSQL, by what it is. */
    private static Optional<ProcessHandle> processOf(Path mark) {
        try {
            List<String> lines = Files.readAllLines(mark);
            if (lines.isEmpty()) return Optional.empty();
            var words = lines.getFirst().strip().split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> words.length > 1
                            ? began(process) == Long.parseLong(words[1])
                            : process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** When a process began; tells it from another that got its number later. */
    static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
