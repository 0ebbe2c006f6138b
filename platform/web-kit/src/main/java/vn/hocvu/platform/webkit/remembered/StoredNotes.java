package vn.hocvu.platform.webkit.remembered;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.FileCipher;

/** In PostgreSQL, encrypted: a half-filled form may hold personal data. */
final class StoredNotes implements Remembered {
    private static final Duration DRAFTS_LAST = Duration.ofDays(30);
    private static final int DRAFTS = 50;

    private final JdbcClient jdbc;
    private final FileCipher cipher;
    private final Clock clock;

    StoredNotes(JdbcClient jdbc, FileCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public List<Note> of(Actor person, Kind kind, String place) {
        return jdbc.sql("""
                        select place, content, kept_at from remembered
                        where owner = :owner and kind = :kind and (place = :place or starts_with(place, :place || '#'))
                          and (kind <> 'DRAFT' or kept_at > :oldest)
                        order by place
                        """)
                .param("owner", person.userId())
                .param("kind", kind.name())
                .param("place", place)
                .param("oldest", oldestDraft())
                .query((row, n) -> new Note(
                        row.getString("place"),
                        new String(cipher.open(row.getBytes("content")), StandardCharsets.UTF_8),
                        row.getTimestamp("kept_at").toInstant()))
                .list();
    }

    @Override
    public void keep(Actor person, Kind kind, String place, String content) {
        jdbc.sql("""
                        insert into remembered (owner, kind, place, content, kept_at)
                        values (:owner, :kind, :place, :content, :now)
                        on conflict (owner, kind, place) do update set content = excluded.content, kept_at = excluded.kept_at
                        """)
                .param("owner", person.userId())
                .param("kind", kind.name())
                .param("place", place)
                .param("content", cipher.seal(content.getBytes(StandardCharsets.UTF_8)))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (kind == Kind.DRAFT) {
            forgetOldDrafts(person);
        }
    }

    @Override
    public void forget(Actor person, Kind kind, String place) {
        jdbc.sql("delete from remembered where owner = :owner and kind = :kind and place = :place")
                .param("owner", person.userId())
                .param("kind", kind.name())
                .param("place", place)
                .update();
    }

    private void forgetOldDrafts(Actor person) {
        jdbc.sql("""
                        delete from remembered where kind = 'DRAFT' and (kept_at <= :oldest or owner = :owner and place in (
                            select place from remembered where owner = :owner and kind = 'DRAFT'
                            order by kept_at desc offset :most))
                        """)
                .param("owner", person.userId())
                .param("oldest", oldestDraft())
                .param("most", DRAFTS)
                .update();
    }

    private Timestamp oldestDraft() {
        return Timestamp.from(clock.instant().minus(DRAFTS_LAST));
    }
}
