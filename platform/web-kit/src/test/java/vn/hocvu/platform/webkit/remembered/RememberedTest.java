package vn.hocvu.platform.webkit.remembered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.FileCipher;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.remembered.DraftPages.Draft;
import vn.hocvu.platform.webkit.remembered.Remembered.Kind;
import vn.hocvu.platform.webkit.remembered.Remembered.Note;

class RememberedTest {
    private static final Actor AN = new Actor("an", Set.of("PLANNING_OFFICER"), "truong");
    private static final Actor BINH = new Actor("binh", Set.of("PLANNING_OFFICER"), "truong");
    private static final String TYPED = "[[\"reason\",\"Bổ sung cho Ba Vì\"]]";
    private static EmbeddedPostgres postgres;
    private static DataSource source;

    private Instant now = Instant.parse("2020-05-04T02:00:00Z");
    private Actor here = AN;
    private Remembered remembered;
    private DraftPages pages;

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = EmbeddedPostgres.start();
        source = postgres.getPostgresDatabase();
        new ResourceDatabasePopulator(new ClassPathResource("db/webkit/V202__remembered.sql")).execute(source);
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(source).sql("delete from remembered").update();
        InstantSource time = () -> now;
        remembered = new StoredNotes(JdbcClient.create(source), new FileCipher("secret"), clockOf(time));
        pages = new DraftPages(
                new CurrentActor() {
                    @Override
                    public Actor get() {
                        return here;
                    }

                    @Override
                    public String name() {
                        return here.userId();
                    }

                    @Override
                    public boolean signedIn() {
                        return true;
                    }
                },
                remembered);
    }

    private static Clock clockOf(InstantSource time) {
        return time.withZone(ZoneOffset.UTC);
    }

    @Test
    void aDraftIsThereAgainOnItsPageAndOnNoOther() {
        pages.keep("/plans/2021", "item", TYPED);
        pages.keep("/plans/2021/items", "item", "[]");

        assertThat(pages.of("/plans/2021")).containsExactly(new Draft("item", TYPED, now));
        assertThat(pages.of("/plans/202")).isEmpty();
    }

    @Test
    void theLastWordCounts() {
        pages.keep("/plans/2021", "item", "[]");
        pages.keep("/plans/2021", "item", TYPED);

        assertThat(pages.of("/plans/2021")).extracting(Draft::values).containsExactly(TYPED);

        pages.forget("/plans/2021", "item");

        assertThat(pages.of("/plans/2021")).isEmpty();
    }

    @Test
    void nobodySeesTheDraftsOfOthers() {
        pages.keep("/plans/2021", "item", TYPED);
        here = BINH;

        assertThat(pages.of("/plans/2021")).isEmpty();

        pages.forget("/plans/2021", "item");
        here = AN;

        assertThat(pages.of("/plans/2021")).hasSize(1);
    }

    @Test
    void whatWasTypedIsUnreadableInTheDatabase() {
        pages.keep("/plans/2021", "item", TYPED);

        var stored = JdbcClient.create(source)
                .sql("select content from remembered")
                .query(byte[].class)
                .single();

        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("Ba Vì");
        assertThat(new String(new FileCipher("secret").open(stored), StandardCharsets.UTF_8))
                .isEqualTo(TYPED);
    }

    @Test
    void draftsAreForgottenAfterAMonthAndChosenColumnsAreNot() {
        pages.keep("/plans/2021", "item", TYPED);
        remembered.keep(AN, Kind.COLUMNS, "/plans", "venue,period");
        now = now.plus(Duration.ofDays(31));

        assertThat(pages.of("/plans/2021")).isEmpty();
        assertThat(remembered.of(AN, Kind.COLUMNS, "/plans"))
                .extracting(Note::content)
                .containsExactly("venue,period");

        here = BINH;
        pages.keep("/plans/2022", "item", TYPED);

        assertThat(JdbcClient.create(source)
                        .sql("select count(*) from remembered where owner = 'an'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyTheLatestFiftyDraftsAreKept() {
        for (var i = 1; i <= 60; i++) {
            now = now.plusSeconds(1);
            pages.keep("/plans/" + i, "item", TYPED);
        }

        assertThat(pages.of("/plans/10")).isEmpty();
        assertThat(pages.of("/plans/11")).hasSize(1);
    }

    @Test
    void whatCannotBeADraftIsRefused() {
        assertThatThrownBy(() -> pages.keep("plans", "item", TYPED)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> pages.keep("/plans#x", "item", TYPED)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> pages.keep("/plans", "<item>", TYPED)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> pages.keep("/plans", "item", "x".repeat(Remembered.LONGEST + 1)))
                .isInstanceOf(InvalidInput.class);
    }
}
