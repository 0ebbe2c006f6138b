package vn.hocvu.enrollment.vault;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Uploaded files that hold personal data: kept encrypted under a key of their own, and for seven days only. */
public class SealedFiles {
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Clock clock;

    SealedFiles(JdbcClient jdbc, MasterKeys masters, Clock clock) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.clock = clock;
    }

    /** Keeps a file under an id; nothing happens if it is kept already. */
    public void keep(String id, byte[] file) {
        jdbc.sql(
                        "insert into vault_file(id, sealed, kept_at) values (?, ?, ?) on conflict (id) do update set kept_at = excluded.kept_at")
                .params(id, seal(file, id), Timestamp.from(clock.instant()))
                .update();
    }

    /** The file again; empty if it was never kept or its seven days are over. */
    public Optional<byte[]> open(String id) {
        return jdbc.sql("select sealed from vault_file where id = ?")
                .param(id)
                .query((row, number) -> open(row.getBytes(1), id))
                .optional();
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void removeOld() {
        jdbc.sql("delete from vault_file where kept_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    byte[] seal(byte[] file, String about) {
        var key = Sealing.freshKey();
        var wrapped = masters.wrap(key, about);
        var sealed = Sealing.seal(key, file, about);
        return ByteBuffer.allocate(2 * Integer.BYTES + wrapped.bytes().length + sealed.length)
                .putInt(wrapped.masterVersion())
                .putInt(wrapped.bytes().length)
                .put(wrapped.bytes())
                .put(sealed)
                .array();
    }

    byte[] open(byte[] sealed, String about) {
        var bytes = ByteBuffer.wrap(sealed);
        var version = bytes.getInt();
        var wrapped = new byte[bytes.getInt()];
        bytes.get(wrapped);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return Sealing.open(masters.unwrap(new MasterKeys.Wrapped(version, wrapped), about), rest, about);
    }
}
