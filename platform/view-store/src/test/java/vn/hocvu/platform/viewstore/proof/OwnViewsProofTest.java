package vn.hocvu.platform.viewstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.platform.viewstore.proof.Library.AN;
import static vn.hocvu.platform.viewstore.proof.Library.await;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.Lifecycle;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.eventstore.Outcome;
import vn.hocvu.platform.viewstore.RowsNotWhole;
import vn.hocvu.platform.viewstore.proof.Library.Running;
import vn.hocvu.platform.viewstore.proof.Shelf.ShelfView;

/** What somebody changed is what they see, and one row that cannot be folded does not stop the others. */
class OwnViewsProofTest {
    private static final Duration SECONDS = Duration.ofSeconds(10);
    private final Library library = new Library();

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void whoeverWaitsForTheirChangeSeesIt() {
        var running = library.start();

        for (var i = 0; i < 50; i++) {
            var outcome = put(running, "shelf-" + i % 5, "book " + i);

            assertThat(running.views().await("shelf-" + i % 5, outcome.version(), SECONDS))
                    .isTrue();
            assertThat(running.views()
                            .rows(ShelfView.class)
                            .find("shelf-" + i % 5)
                            .orElseThrow()
                            .version())
                    .isEqualTo(outcome.version());
        }
    }

    @Test
    void aSecondReplicaWaitsForItsChangeAlthoughTheFirstOneFolds() {
        var first = library.start();
        put(first, "shelf", "one");
        assertThat(first.views().await("shelf", 0, SECONDS)).isTrue();
        var second = library.start();

        var outcome = put(second, "shelf", "two");

        assertThat(second.views().await("shelf", outcome.version(), SECONDS)).isTrue();
        assertThat(second.views()
                        .rows(ShelfView.class)
                        .find("shelf")
                        .orElseThrow()
                        .titles())
                .containsExactly("one", "two");
    }

    @Test
    void theSecondReplicaTakesOverWhenTheFirstStops() {
        var first = library.start();
        put(first, "shelf", "one");
        assertThat(first.views().await("shelf", 0, SECONDS)).isTrue();
        var second = library.start();
        first.close();

        var outcome = put(second, "shelf", "two");

        assertThat(second.views().await("shelf", outcome.version(), Duration.ofSeconds(15)))
                .isTrue();
    }

    /** Else people would decide as if what is missing had never been. */
    @Test
    void rowsThatWereLostAreNotReadBeforeTheyAreFoldedAnew() {
        var running = library.start();
        put(running, "shelf", "one");
        assertThat(running.views().await("shelf", 0, SECONDS)).isTrue();
        var feed = running.context().getBean("ownFeed", Lifecycle.class);
        feed.stop();
        library.loseEverything();

        await("nothing is read", () -> read(running).isEmpty());
        feed.start();

        await("everything is read", () -> read(running).isPresent());
    }

    /** As an embedded server does that was killed: its file has not everything that it had acknowledged. */
    @Test
    void rowsThatWentBackToAnOlderStateAreBroughtForwardAgain() {
        var running = library.start();
        put(running, "shelf", "one");
        assertThat(running.views().await("shelf", 0, SECONDS)).isTrue();
        var older = library.everything();
        put(running, "shelf", "two");
        assertThat(running.views().await("shelf", 1, SECONDS)).isTrue();

        library.putBack(older);

        await(
                "the second book is back",
                () -> running.views()
                        .rows(ShelfView.class)
                        .find("shelf")
                        .filter(row -> row.titles().contains("two"))
                        .isPresent());
    }

    /** Whether the shelf is there, or nothing if that cannot be told. */
    private static Optional<Boolean> read(Running running) {
        try {
            var found = running.views().rows(ShelfView.class).find("shelf").isPresent();
            assertThat(found).isTrue();
            return Optional.of(found);
        } catch (RowsNotWhole unknown) {
            return Optional.empty();
        }
    }

    @Test
    void oneEventTheViewCannotTakeParksItsRowAlone() {
        var running = library.start();
        var shelves = running.context().getBean(ShelfView.class);
        shelves.unbearable = "bad";
        put(running, "bad", "good");
        put(running, "bad", "bad");
        put(running, "bad", "later");
        IntStream.range(0, 5).forEach(i -> put(running, "fine", "book " + i));

        assertThat(running.views().await("fine", 4, SECONDS)).isTrue();
        assertThat(running.views()
                        .rows(ShelfView.class)
                        .find("fine")
                        .orElseThrow()
                        .titles())
                .hasSize(5);
        assertThat(running.views()
                        .rows(ShelfView.class)
                        .find("bad")
                        .orElseThrow()
                        .titles())
                .containsExactly("good");
        await("the parked row is shown", () -> !running.parked().open().isEmpty());

        shelves.unbearable = "";
        running.parked().open().forEach(p -> running.parked().retry(p.consumer(), p.key()));

        await(
                "the row is whole again",
                () -> running.views()
                                .rows(ShelfView.class)
                                .find("bad")
                                .orElseThrow()
                                .titles()
                                .size()
                        == 3);
    }

    private static Outcome put(Running running, String shelf, String title) {
        return running.context().getBean(Commands.class).send(Order.of(new Shelf.PutBook(shelf, title), AN));
    }
}
