package vn.hocvu.platform.webkit.operations;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.OperationsPanel;

/** The last attempts at something the person had no right to. */
final class DeniedPanel implements OperationsPanel {
    private final JdbcClient jdbc;
    private final Formats formats;

    DeniedPanel(JdbcClient jdbc, Formats formats) {
        this.jdbc = jdbc;
        this.formats = formats;
    }

    @Override
    public String name() {
        return "denied";
    }

    @Override
    public List<String> columns() {
        return List.of("actor", "what", "rule", "at");
    }

    @Override
    public List<Line> lines() {
        return jdbc.sql("""
                        select id, actor, roles, attempt, coalesce(target, '') as target, reason,
                               coalesce(needed, '') as needed, attempted_at
                        from denied_attempt order by id desc limit 50
                        """)
                .query((row, n) -> new Line(
                        row.getString("id"),
                        Map.of(
                                "actor", row.getString("actor") + " (" + row.getString("roles") + ")",
                                "what", (row.getString("attempt") + " " + row.getString("target")).strip(),
                                "rule", (row.getString("reason") + " " + row.getString("needed")).strip(),
                                "at",
                                        formats.time(Objects.requireNonNull(row.getTimestamp("attempted_at"))
                                                .toInstant())),
                        "plain",
                        List.of()))
                .list();
    }

    @Override
    public int order() {
        return 200;
    }
}
