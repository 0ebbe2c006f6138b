package vn.hocvu.platform.eventstore.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.auditchain.Hash;
import vn.hocvu.platform.auditchain.MerkleLog;

/**
 * Where the log has come to, as the table {@code audit_log} keeps it.
 *
 * @param position   highest position of the store that it has read
 * @param signedSize leaves of the last checkpoint
 * @param latest     nothing may be signed for this moment or an earlier one
 */
record LogRow(
        MerkleLog log,
        long position,
        Gaps gaps,
        long signedSize,
        @Nullable Hash signedRoot,
        @Nullable Instant signedAt,
        @Nullable String keyId,
        long nextEntry,
        Instant latest) {

    /** The row, held until the end of the transaction; absent while somebody else holds it. */
    static Optional<Held> holdIfFree(JdbcClient jdbc) {
        return hold(jdbc, " SKIP LOCKED");
    }

    /** The row, held until the end of the transaction; waits while somebody else holds it. */
    static Held hold(JdbcClient jdbc) {
        return hold(jdbc, "").orElseThrow();
    }

    private static Optional<Held> hold(JdbcClient jdbc, String otherwise) {
        return jdbc.sql("""
            SELECT audit_log.*, (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now,
                pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest,
                pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS newest
            FROM audit_log FOR UPDATE
            """ + otherwise)
                .query((row, n) -> new Held(of(row), row.getLong("now"), row.getLong("oldest"), row.getLong("newest")))
                .optional();
    }

    static LogRow look(JdbcClient jdbc) {
        return jdbc.sql("SELECT * FROM audit_log").query((row, n) -> of(row)).single();
    }

    private static LogRow of(ResultSet row) throws SQLException {
        var root = row.getBytes("signed_root");
        var signedAt = row.getObject("signed_at", OffsetDateTime.class);
        return new LogRow(
                new MerkleLog(row.getLong("size"), row.getBytes("state")),
                row.getLong("position"),
                Gaps.read(row.getString("waiting")),
                row.getLong("signed_size"),
                root == null ? null : Hash.of(root),
                signedAt == null ? null : signedAt.toInstant(),
                row.getString("key_id"),
                row.getLong("next_entry"),
                row.getObject("latest", OffsetDateTime.class).toInstant());
    }

    void readUpTo(long newPosition, Gaps newGaps, JdbcClient jdbc) {
        jdbc.sql("UPDATE audit_log SET size = ?, state = ?, position = ?, waiting = ?")
                .params(log.size(), log.state(), newPosition, newGaps.json())
                .update();
    }

    /**
     * The row and the database's own account of the moment.
     *
     * @param now    milliseconds of its clock
     * @param oldest number of the oldest transaction that runs
     * @param newest number that the next transaction will get
     */
    record Held(LogRow row, long now, long oldest, long newest) {}
}
