package vn.hocvu.platform.viewstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.platform.viewstore.proof.FoldsProofTest.assertEqual;
import static vn.hocvu.platform.viewstore.proof.FoldsProofTest.someFact;
import static vn.hocvu.platform.viewstore.proof.FoldsProofTest.taken;
import static vn.hocvu.platform.viewstore.proof.Library.await;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hocvu.platform.eventstore.Commands;
import vn.hocvu.platform.eventstore.Order;
import vn.hocvu.platform.viewstore.Rebuilds;

/** Whatever stops, wherever it stops, rows are right afterwards: connections, processes, rebuilds, the whole database. */
class StopsProofTest {
    private Library library = new Library();

    @AfterEach
    void close() {
        library.close();
    }

    /** F3 from outside: the connection is cut in the middle of bulk writes, before positions, anywhere. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void connectionsCutAnywhereLeaveNoWrongRow(long seed) {
        var random = new Random(seed);
        try (var proxy = new CuttingProxy(port(Library.MONGO.uri("x")))) {
            library = new Library("mongodb://127.0.0.1:" + proxy.port() + "/cut_" + seed);
            var running = library.start();
            var told = new LinkedHashMap<String, List<HallFact>>();

            for (var round = 0; round < 6; round++) {
                proxy.cutAfter(2_000 + random.nextInt(30_000));
                tellSome(told, 150, random);
                await("the connection was cut", () -> {
                    tellSome(told, 5, random);
                    return proxy.hasCut();
                });
            }
            running.awaitTopics();

            assertEqual(running, told);
            assertThat(running.views()
                            .rows(DistrictView.class)
                            .find(DistrictView.ALL)
                            .orElseThrow()
                            .facts())
                    .isEqualTo(told.values().stream().mapToInt(List::size).sum());
        }
    }

    private void tellSome(Map<String, List<HallFact>> told, int facts, Random random) {
        for (var i = 0; i < facts; i++) {
            var hall = "hall-" + random.nextInt(30);
            var history = told.computeIfAbsent(hall, h -> new ArrayList<>());
            history.add(someFact(hall, history.size(), random));
            library.tell(hall, history.size() - 1, history.getLast());
        }
        library.flush();
    }

    private static int port(String uri) {
        return Integer.parseInt(uri.replaceAll(".*:(\\d+)/.*", "$1"));
    }

    @Test
    void commandsGoOnWhileTheViewServerIsAway() {
        try (var proxy = new CuttingProxy(port(Library.MONGO.uri("x")))) {
            library = new Library("mongodb://127.0.0.1:" + proxy.port() + "/away");
            proxy.shut();
            var running = library.start();

            var outcome = running.context()
                    .getBean(Commands.class)
                    .send(Order.of(new Shelf.PutBook("shelf", "one"), Library.AN));
            assertThat(running.health("viewServer")).isEqualTo("DOWN");
            await("the lag is said", () -> running.health("views").equals("DEGRADED"));
            proxy.open();

            await(
                    "the row comes when the server does",
                    () -> running.views().await("shelf", outcome.version(), java.time.Duration.ofMillis(100)));
            await("all is well", () -> running.health("views").equals("UP"));
            assertThat(running.health("viewServer")).isEqualTo("UP");
        }
    }

    @Test
    void aWithheldFactHealsAlsoAcrossARestart() {
        var facts = taken("late", 6);
        try (var first = library.start()) {
            for (var i : List.of(0, 1, 2, 4, 5)) library.tell("late", i, facts.get(i));
            library.flush();
            first.awaitTopics();
            assertThat(first.health("views")).isEqualTo("DEGRADED");
        }

        var second = library.start();
        library.tell("late", 3, facts.get(3));
        library.flush();

        await(
                "the hall is whole again",
                () -> second.hallRows().find("late").orElseThrow().history().size() == 6);
        assertEqual(second, Map.of("late", facts));
        await("nothing is shown any more", () -> second.parked().open().isEmpty());
    }

    @Test
    void aRepairInTheNextReleaseHealsWhatWasParked() {
        var broken = new HallView(1);
        broken.broken.add("bad");
        var facts = List.<HallFact>of(
                new HallFact.HallOpened("bad", "a", "b"),
                new HallFact.SeatTaken("bad", 13),
                new HallFact.SeatTaken("bad", 14));
        try (var first = library.start(broken)) {
            for (var i = 0; i < 3; i++) library.tell("bad", i, facts.get(i));
            library.flush();
            first.awaitTopics();
            await("the hall is shown", () -> !first.parked().open().isEmpty());
        }

        var repaired = library.start(new HallView(1));

        await(
                "the hall is whole",
                () -> repaired.hallRows().find("bad").orElseThrow().history().size() == 3);
        assertEqual(repaired, Map.of("bad", facts));
        await("nothing is shown any more", () -> repaired.parked().open().isEmpty());
    }

    /** F26: the old rows serve while new ones are built, and a stopped rebuild goes on. */
    @Test
    void aRebuildServesOldRowsMeanwhileAndSurvivesStops() {
        var told = new LinkedHashMap<String, List<HallFact>>();
        var random = new Random(5);
        tellSome(told, 3_000, random);
        try (var first = library.start()) {
            first.awaitTopics();
            first.context().getBean(Rebuilds.class).start("topics");
            await(
                    "a rebuild is under way or done",
                    () -> topics(first).building() > 0 || topics(first).serving() > 1);
        }
        try (var second = library.start()) {
            await(
                    "the old rows serve",
                    () -> second.hallRows().find(told.keySet()).size() == told.size());
        }

        var third = library.start(new HallView(2));
        while (topics(third).serving() < 2 || topics(third).building() > 0) {
            assertThat(third.hallRows().find(told.keySet())).hasSameSizeAs(told);
            tellSome(told, 3, random);
        }
        third.awaitTopics();

        assertEqual(third, told);
        assertThat(topics(third).waiting()).isZero();
    }

    private static Rebuilds.Standing topics(Library.Running running) {
        return running.context().getBean(Rebuilds.class).standings().stream()
                .filter(standing -> standing.feed().equals("topics"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLostDatabaseIsFoldedAnewByItself() {
        var running = library.start();
        var told = new LinkedHashMap<String, List<HallFact>>();
        tellSome(told, 300, new Random(7));
        var commands = running.context().getBean(Commands.class);
        commands.send(Order.of(new Shelf.PutBook("shelf", "one"), Library.AN));
        running.awaitTopics();

        library.loseEverything();
        commands.send(Order.of(new Shelf.PutBook("shelf", "two"), Library.AN));

        await(
                "the halls are back",
                () -> running.hallRows().find(told.keySet()).size() == told.size()
                        && running.hallRows().all().stream()
                                        .mapToInt(row -> row.history().size())
                                        .sum()
                                == 300);
        assertEqual(running, told);
        await(
                "the shelf is back",
                () -> running.views()
                        .rows(Shelf.ShelfView.class)
                        .find("shelf")
                        .filter(row -> row.titles().equals(List.of("one", "two")))
                        .isPresent());
    }
}
