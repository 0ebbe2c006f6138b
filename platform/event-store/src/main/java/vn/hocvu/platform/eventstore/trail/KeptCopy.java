package vn.hocvu.platform.eventstore.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.auditchain.Hash;
import vn.hocvu.platform.auditchain.LogLeaf;
import vn.hocvu.platform.auditchain.OutsideCopy;
import vn.hocvu.platform.auditchain.SignedEntry;
import vn.hocvu.platform.auditchain.SigningKey;
import vn.hocvu.platform.auditchain.VerifyingKey;

/** Brings the copy outside the database up to date with what was signed; the database is always first. */
final class KeptCopy {
    private final JdbcClient jdbc;
    private final Path file;
    private final OutsideCopy copy;
    private final Optional<VerifyingKey> signedBy;
    private long copied = -1;

    KeptCopy(JdbcClient jdbc, TrailSettings settings, TrailKeys keys) {
        this.jdbc = jdbc;
        this.signedBy = keys.current().map(SigningKey::publicHalf);
        this.file = settings.folder().resolve(settings.origin() + ".log.jsonl");
        this.copy = new OutsideCopy(file);
    }

    Optional<OutsideCopy> existing() {
        return Files.exists(file) ? Optional.of(copy) : Optional.empty();
    }

    /** Puts the public key beside the copy, for whoever verifies on this machine; it is published on other ways. */
    private void showKey(VerifyingKey key) throws IOException {
        var shown = file.resolveSibling(file.getFileName().toString().replace(".log.jsonl", ".public.pem"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(shown) || !Files.readString(shown).equals(key.pem())) {
            Files.writeString(shown, key.pem());
        }
    }

    /** In which way the copy contradicts the database: it knows what the database does not, or something else. */
    Optional<String> contradiction() {
        return last().filter(last -> !last.json().equals(entry(last.number()).orElse("")))
                .map(last -> "the database does not have entry " + last.number() + " as " + file
                        + " has it: an older state was put back, or the log was rewritten");
    }

    private Optional<SignedEntry> last() {
        try {
            return copy.last();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private Optional<String> entry(long number) {
        return jdbc.sql("SELECT entry FROM audit_entry WHERE number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    /** Adds what was signed since; several processes may share one file. */
    void bringUpToDate() throws IOException {
        var newest = jdbc.sql("SELECT coalesce(max(number), -1) FROM audit_entry")
                .query(Long.class)
                .single();
        if (newest <= copied) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var lock = lock(channel)) {
            if (lock != null && contradiction().isEmpty()) {
                addUpTo(newest);
                if (signedBy.isPresent()) {
                    showKey(signedBy.get());
                }
            }
        }
    }

    /** Absent while somebody else adds to the file, in another process or in this one. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void addUpTo(long newest) throws IOException {
        var last = last();
        var size = last.map(SignedEntry::size).orElse(0L);
        for (var number = last.map(SignedEntry::number).orElse(-1L) + 1; number <= newest; number++) {
            var entry = SignedEntry.read(entry(number).orElseThrow());
            copy.append(entry, leaves(size, entry.size()));
            size = entry.size();
        }
        copied = newest;
    }

    private List<LogLeaf> leaves(long from, long to) {
        return jdbc.sql("SELECT aggregate_identifier, sequence_number, hash FROM audit_leaf"
                        + " WHERE leaf >= ? AND leaf < ? ORDER BY leaf")
                .params(from, to)
                .query((row, n) -> new LogLeaf(row.getString(1), row.getLong(2), Hash.of(row.getBytes(3))))
                .list();
    }
}
