package vn.hocvu.platform.webkit.bell;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.eventstore.Actor;

/** In PostgreSQL. */
final class StoredReadMarks implements ReadMarks {
    /** More than any list of notices is long. */
    private static final int MARKS = 500;

    private final JdbcClient jdbc;

    StoredReadMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Instant> of(Actor person) {
        var marks = new HashMap<String, Instant>();
        jdbc.sql("select link, read_to from notice_read where owner = :owner")
                .param("owner", person.userId())
                .query(row -> {
                    marks.put(row.getString("link"), row.getTimestamp("read_to").toInstant());
                });
        return marks;
    }

    @Override
    public void read(Actor person, Map<String, Instant> upTo) {
        upTo.forEach((link, at) -> jdbc.sql("""
                        insert into notice_read (owner, link, read_to) values (:owner, :link, :at)
                        on conflict (owner, link) do update set read_to = greatest(notice_read.read_to, excluded.read_to)
                        """)
                .param("owner", person.userId())
                .param("link", link)
                .param("at", Timestamp.from(at))
                .update());
        jdbc.sql("""
                        delete from notice_read where owner = :owner and link in (
                            select link from notice_read where owner = :owner order by read_to desc offset :most)
                        """).param("owner", person.userId()).param("most", MARKS).update();
    }
}
