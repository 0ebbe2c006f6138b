package vn.hocvu.enrollment.vault;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.platform.eventstore.Actor;

/** The trail of views, beside the vault. */
final class PostgresPersonalDataViews implements PersonalDataViews {
    private final JdbcClient jdbc;
    private final Clock clock;

    PostgresPersonalDataViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void record(Actor viewer, String purpose, Collection<LearnerId> shown) {
        if (shown.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into vault_view(viewed_at, viewer, roles, organization, purpose, learner_ids)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(viewer.userId())
                .param(String.join(",", new TreeSet<>(viewer.roles())))
                .param(viewer.organization())
                .param(purpose)
                .param(shown.stream().map(LearnerId::value).toArray(String[]::new))
                .update();
    }
}
