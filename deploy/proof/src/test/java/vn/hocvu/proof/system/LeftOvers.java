package vn.hocvu.proof.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processes that a run left behind because its own process was killed; told by their number and by our folder. */
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
            processOf(mark).filter(process -> belongs(process, home)).ifPresent(process -> {
                Program.signal("CONT", process.pid());
                process.destroyForcibly();
            });
        }
    }

    private static Optional<ProcessHandle> processOf(Path mark) {
        try {
            List<String> lines = Files.readAllLines(mark);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean belongs(ProcessHandle process, Path home) {
        var words = String.join(" ", process.info().arguments().orElse(new String[0]))
                + process.info().command().orElse("");
        return words.contains(home.toString())
                || words.contains(home.getFileName().toString());
    }
}
