package vn.hocvu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the supervisor knows, kept in a file so that every other command can read it.
 *
 * @param supervisor its process
 * @param started    when that process started, milliseconds since 1970
 * @param phase      where the whole stands
 * @param failure    why the start failed, if it did
 * @param parts      every part, in the order of their start
 */
record RunState(
        long supervisor,
        long started,
        Phase phase,
        @Nullable String failure,
        List<PartState> parts) {
    enum Phase {
        STARTING,
        READY,
        STOPPING,
        STOPPED,
        FAILED
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether the supervisor that wrote this is still there. */
    boolean alive() {
        return processOf(supervisor, started).isPresent();
    }

    /** The running process of that number, if it is the one that started at that time. */
    static Optional<ProcessHandle> processOf(long pid, long started) {
        if (pid <= 0) return Optional.empty();
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        // Linux counts in hundredths of a second.
                        .map(instant -> Math.abs(instant.toEpochMilli() - started) < 1_500)
                        .orElse(true));
    }

    static Optional<RunState> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunState.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, JSON.writeValueAsString(this));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
