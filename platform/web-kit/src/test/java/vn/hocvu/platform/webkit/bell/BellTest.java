package vn.hocvu.platform.webkit.bell;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.TaskSource;
import vn.hocvu.platform.webkit.TaskSource.Notice;
import vn.hocvu.platform.webkit.TaskSource.Task;

class BellTest {
    private static final Actor AN = new Actor("an", Set.of("PLANNING_OFFICER"), "truong");
    private static final Actor BINH = new Actor("binh", Set.of("PLANNING_OFFICER"), "truong");
    private static final String AMENDMENT = "/amendments/2021-A01";
    private static final String REQUEST = "/off-plan/off-1";
    private static EmbeddedPostgres postgres;
    private static DataSource source;

    private final List<Task> tasks = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private Bell bell;

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = EmbeddedPostgres.start();
        source = postgres.getPostgresDatabase();
        new ResourceDatabasePopulator(new ClassPathResource("db/webkit/V40__notice_read.sql")).execute(source);
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void twoNotices() {
        JdbcClient.create(source).sql("delete from notice_read").update();
        notices.add(new Notice("Đã duyệt", AMENDMENT, "2021-03-01T02:00:00.123456789Z"));
        notices.add(new Notice("Đã báo cáo", REQUEST, "2021-03-02T02:00:00Z"));
        var words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        bell = new Bell(
                () -> List.of(
                        new TaskSource() {
                            @Override
                            public List<Task> tasks(Actor actor) {
                                return tasks;
                            }
                        },
                        new TaskSource() {
                            @Override
                            public List<Task> tasks(Actor actor) {
                                return List.of();
                            }

                            @Override
                            public List<Notice> notices(Actor actor) {
                                return notices;
                            }
                        }),
                new StoredReadMarks(JdbcClient.create(source)),
                words,
                new Formats(Clock.systemUTC()));
    }

    @Test
    void theBellCountsWhatMustBeDoneAndWhatWasNotRead() {
        assertThat(bell.ring(AN).count()).isEqualTo(2);
        assertThat(bell.ring(AN).href()).isEqualTo("/notices");

        tasks.add(new Task("Duyệt", "2021-A02", "/amendments/2021-A02", LocalDate.of(2021, 3, 5)));

        assertThat(bell.ring(AN).count()).isEqualTo(3);
        assertThat(bell.ring(AN).href()).as("first what must be done").isEqualTo("/tasks");
    }

    @Test
    void whoeverLooksAtAnObjectHasReadItsNotices() {
        assertThat(bell.ring(AN, "/amendments").count()).isEqualTo(2);
        assertThat(bell.ring(AN, AMENDMENT).count()).isEqualTo(1);

        assertThat(bell.notices(AN)).extracting(Bell.Line::state).containsExactly("UNREAD", "READ");
        assertThat(bell.ring(BINH).count()).as("everybody has marks of the own").isEqualTo(2);
    }

    @Test
    void whatHappensNextIsUnreadAgain() {
        bell.ring(AN, AMENDMENT);
        notices.set(0, new Notice("Đã rút lại", AMENDMENT, "2021-03-03T02:00:00Z"));

        assertThat(bell.notices(AN)).extracting(Bell.Line::state).containsExactly("UNREAD", "UNREAD");
        assertThat(bell.notices(AN).getFirst().notice().link())
                .as("the latest first")
                .isEqualTo(AMENDMENT);
    }

    @Test
    void everythingIsReadAtOnce() {
        bell.readAll(AN);

        assertThat(bell.ring(AN).count()).isZero();
        assertThat(bell.ring(AN).href()).isEqualTo("/tasks");
        assertThat(bell.ring(BINH).count()).isEqualTo(2);
    }

    @Test
    void aLaterMarkStaysAndTheOldestGo() {
        var marks = new StoredReadMarks(JdbcClient.create(source));
        var later = Instant.parse("2021-03-02T02:00:00Z");
        marks.read(AN, Map.of(REQUEST, later));
        marks.read(AN, Map.of(REQUEST, later.minusSeconds(60)));

        assertThat(marks.of(AN)).containsExactly(Map.entry(REQUEST, later));

        var many = new HashMap<String, Instant>();
        for (int i = 0; i < 500; i++) {
            many.put("/amendments/" + i, later.plusSeconds(1 + i));
        }
        marks.read(AN, many);

        assertThat(marks.of(AN)).hasSize(500).doesNotContainKey(REQUEST);
    }
}
