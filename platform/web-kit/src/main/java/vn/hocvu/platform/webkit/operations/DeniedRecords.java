package vn.hocvu.platform.webkit.operations;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was kept of attempts without the right to, the newest first. */
final class DeniedRecords {
    private final JdbcClient jdbc;

    DeniedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One attempt.
     *
     * @param roles   those the person had, separated by commas
     * @param attempt what was tried: an order or a page
     * @param target  what it was tried on; ids only
     * @param needed  what would have been needed
     */
    record Attempt(
            long id,
            Instant at,
            String actor,
            String roles,
            @Nullable String organization,
            String attempt,
            @Nullable String target,
            String reason,
            @Nullable String needed) {}

    List<Attempt> newest(int most) {
        return jdbc.sql("""
                        select id, attempted_at, actor, roles, organization, attempt, target, reason, needed
                        from denied_attempt order by id desc limit ?
                        """)
                .param(most)
                .query((row, n) -> new Attempt(
                        row.getLong("id"),
                        Objects.requireNonNull(row.getTimestamp("attempted_at")).toInstant(),
                        row.getString("actor"),
                        row.getString("roles"),
                        row.getString("organization"),
                        row.getString("attempt"),
                        row.getString("target"),
                        row.getString("reason"),
                        row.getString("needed")))
                .list();
    }
}
