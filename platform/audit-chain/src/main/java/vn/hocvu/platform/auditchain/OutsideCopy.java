package vn.hocvu.platform.auditchain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The copy of a log that is kept where the database's owner cannot rewrite it: a file that is only ever appended to, one
 * signed entry a line, each checkpoint with the leaves since the one before.
 */
public final class OutsideCopy {
    private static final int BLOCK = 1 << 16;

    private final Path file;

    public OutsideCopy(Path file) {
        this.file = file;
    }

    /** Adds an entry and waits until it is on the disk. */
    public void append(SignedEntry entry, List<LogLeaf> leaves) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var line = ByteBuffer.wrap((entry.json(leaves) + "\n").getBytes(StandardCharsets.UTF_8));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            if (endsTorn()) {
                // A crash left half a line; readers pass over it, and the entry is written again here.
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    private boolean endsTorn() throws IOException {
        try (var reading = new RandomAccessFile(file.toFile(), "r")) {
            if (reading.length() == 0) {
                return false;
            }
            reading.seek(reading.length() - 1);
            return reading.read() != '\n';
        }
    }

    /** The last entry that was written whole. */
    public Optional<SignedEntry> last() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var reading = new RandomAccessFile(file.toFile(), "r")) {
            for (var end = reading.length(); end > 0; ) {
                var start = startOfLine(reading, end - 1);
                var entry = entry(reading, start, end);
                if (entry.isPresent()) {
                    return entry;
                }
                end = start;
            }
        }
        return Optional.empty();
    }

    /** Where the line begins whose last byte, or line end, lies at {@code at}. */
    private static long startOfLine(RandomAccessFile reading, long at) throws IOException {
        var block = new byte[BLOCK];
        for (var end = at; end > 0; ) {
            var start = Math.max(0, end - BLOCK);
            reading.seek(start);
            reading.readFully(block, 0, (int) (end - start));
            for (var i = (int) (end - start) - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return 0;
    }

    private static Optional<SignedEntry> entry(RandomAccessFile reading, long start, long end) throws IOException {
        var line = new byte[(int) (end - start)];
        reading.seek(start);
        reading.readFully(line);
        try {
            return Optional.of(SignedEntry.read(JsonPart.read(line, line.length)));
        } catch (Malformed torn) {
            return Optional.empty();
        }
    }

    Reader read() throws IOException {
        return new Reader(new Lines(new BufferedInputStream(Files.newInputStream(file))));
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** Reads entry by entry. */
    static final class Reader implements AutoCloseable {
        private final Lines lines;

        private Reader(Lines lines) {
            this.lines = lines;
        }

        /** One line of the copy. */
        record Line(SignedEntry entry, List<LogLeaf> leaves, String json) {}

        @Nullable
        Line next() throws IOException {
            while (lines.next()) {
                try {
                    var part = JsonPart.read(lines.line, lines.length);
                    var entry = SignedEntry.read(part);
                    return new Line(entry, LogLeaf.read(part), entry.json());
                } catch (Malformed torn) {
                    // Half a line from a crash; a missing entry shows by the numbers.
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
