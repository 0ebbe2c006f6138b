package vn.hocvu.platform.viewstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.platform.viewstore.proof.Library.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows over a topic equal the pure fold of what was told, whatever is repeated, missing, late or broken. */
class FoldsProofTest {
    private static final Library library = new Library();
    private static final Library.Running running = library.start();

    @AfterAll
    static void close() {
        library.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyFactTwiceOrMoreGivesTheSameRows(long seed) {
        var random = new Random(seed);
        var facts0 = totals();
        var duplicates = running.counted("hocvu.duplicates.skipped");
        var told = new LinkedHashMap<String, List<HallFact>>();

        for (var i = 0; i < 400; i++) {
            var hall = "hall-" + seed + "-" + random.nextInt(20);
            var facts = told.computeIfAbsent(hall, h -> new ArrayList<>());
            facts.add(someFact(hall, facts.size(), random));
            library.tell(hall, facts.size() - 1, facts.getLast());
            if (random.nextInt(3) == 0) repeatARun(hall, facts, random);
        }
        told.forEach((hall, facts) -> repeatFrom(hall, facts, 0));
        library.flush();
        running.awaitTopics();

        assertEqual(running, told);
        assertThat(running.counted("hocvu.duplicates.skipped") - duplicates).isGreaterThan(399);
        assertThat(totals() - facts0).isEqualTo(400);
    }

    private static int totals() {
        return running.views()
                .rows(DistrictView.class)
                .find(DistrictView.ALL)
                .map(row -> row.facts())
                .orElse(0);
    }

    private void repeatARun(String hall, List<HallFact> facts, Random random) {
        repeatFrom(hall, facts, random.nextInt(facts.size()));
    }

    private void repeatFrom(String hall, List<HallFact> facts, int from) {
        for (var i = from; i < facts.size(); i++) library.tell(hall, i, facts.get(i));
    }

    static HallFact someFact(String hall, int sequence, Random random) {
        if (sequence == 0) return new HallFact.HallOpened(hall, "Hội trường " + hall, "Ba Vì");
        return random.nextInt(4) == 0
                ? new HallFact.SeatFreed(hall, random.nextInt(30))
                : new HallFact.SeatTaken(hall, 20 + random.nextInt(30));
    }

    static void assertEqual(Library.Running running, Map<String, List<HallFact>> told) {
        var rows = running.hallRows().find(told.keySet());
        told.forEach((hall, facts) -> assertThat(rows.get(hall)).as(hall).isEqualTo(Library.fold(hall, facts)));
    }

    @Test
    void aWithheldFactParksItsHallAloneAndHealsItWhenItComes() {
        var missing = running.counted("hocvu.sequence.missing");
        var facts = taken("late", 6);
        for (var i : List.of(0, 1, 2, 4, 5)) library.tell("late", i, facts.get(i));
        var others = taken("other", 4);
        for (var i = 0; i < 4; i++) library.tell("other", i, others.get(i));
        library.flush();
        running.awaitTopics();

        assertEqual(running, Map.of("late", facts.subList(0, 3), "other", others));
        assertThat(running.counted("hocvu.sequence.missing") - missing).isEqualTo(1);
        await("the hall is shown", () -> isParked("late"));

        library.tell("late", 3, facts.get(3));
        library.flush();

        await(
                "the hall is whole again",
                () -> running.hallRows().find("late").orElseThrow().history().size() == 6);
        assertEqual(running, Map.of("late", facts, "other", others));
        await("the hall is not shown any more", () -> !isParked("late"));
    }

    private static boolean isParked(String key) {
        return running.parked().open().stream().anyMatch(p -> p.key().contains(key));
    }

    @Test
    void aFactTheViewCannotTakeParksItsHallAloneUntilTheRepair() {
        running.halls().broken.add("bad");
        var facts = new ArrayList<>(taken("bad", 3));
        facts.add(new HallFact.SeatTaken("bad", 13));
        facts.addAll(List.of(new HallFact.SeatTaken("bad", 40), new HallFact.SeatTaken("bad", 41)));
        for (var i = 0; i < 6; i++) library.tell("bad", i, facts.get(i));
        var others = taken("good", 5);
        for (var i = 0; i < 5; i++) library.tell("good", i, others.get(i));
        library.flush();
        running.awaitTopics();

        assertEqual(running, Map.of("bad", facts.subList(0, 3), "good", others));
        await(
                "the hall is shown with the reason",
                () -> running.parked().open().stream()
                        .anyMatch(p -> p.key().contains("bad") && p.reason().contains("seat 13")));

        running.halls().broken.clear();
        retryAll(running);

        await(
                "the hall is whole again",
                () -> running.hallRows().find("bad").orElseThrow().history().size() == 6);
        assertEqual(running, Map.of("bad", facts, "good", others));
    }

    private static void retryAll(Library.Running running) {
        running.parked().open().stream()
                .map(p -> Map.entry(p.consumer(), p.key()))
                .distinct()
                .forEach(p -> running.parked().retry(p.getKey(), p.getValue()));
    }

    @Test
    void unreadableBytesParkTheirHallAlone() {
        var facts = taken("torn", 2);
        for (var i = 0; i < 2; i++) library.tell("torn", i, facts.get(i));
        library.send("torn", 2, "vn.hocvu.hall.SeatTaken.v1", new byte[] {0, (byte) 0xff, 1, '{'});
        library.tell("torn", 3, new HallFact.SeatTaken("torn", 9));
        var others = taken("whole", 5);
        for (var i = 0; i < 5; i++) library.tell("whole", i, others.get(i));
        library.flush();
        running.awaitTopics();

        assertEqual(running, Map.of("torn", facts, "whole", others));
        await("the hall is shown", () -> isParked("torn"));

        var parked = running.parked().open().stream()
                .filter(p -> p.key().contains("torn"))
                .findFirst()
                .orElseThrow();
        running.parked().close(parked.id(), "an", "the sender has withdrawn it");

        await(
                "the hall goes on without it",
                () -> running.hallRows().find("torn").orElseThrow().history().equals(List.of(0L, 1L, 3L)));
    }

    @Test
    void typesNobodyReadsArePassedByAndKeepTheirPlaceInTheHistory() {
        var facts = taken("lamp", 2);
        library.tell("lamp", 0, facts.get(0));
        library.send("lamp", 1, "vn.hocvu.hall.LampLit.v1", "{\"lamp\":1}".getBytes(StandardCharsets.UTF_8));
        library.tell("lamp", 2, facts.get(1));
        library.flush();
        running.awaitTopics();

        assertThat(running.hallRows().find("lamp").orElseThrow().history()).containsExactly(0L, 2L);
        assertThat(isParked("lamp")).isFalse();
    }

    /** Negative control N5: a total kept by increments is wrong as soon as a fact comes twice. */
    @Test
    void aTotalKeptByIncrementsIsFoundOut() {
        try (var client = library.client()) {
            var totals = client.getDatabase(library.databaseName()).getCollection("naive");
            var facts = taken("hall", 10);
            for (var round = 0; round < 2; round++) {
                for (var fact : facts) {
                    if (fact instanceof HallFact.SeatTaken) {
                        totals.updateOne(
                                new org.bson.Document("_id", "hall"),
                                new org.bson.Document("$inc", new org.bson.Document("count", 1)),
                                new com.mongodb.client.model.UpdateOptions().upsert(true));
                    }
                }
            }

            assertThat(totals.find().first().getInteger("count"))
                    .isNotEqualTo(Library.fold("hall", facts).count());
        }
    }

    static List<HallFact> taken(String hall, int facts) {
        var told = new ArrayList<HallFact>();
        told.add(new HallFact.HallOpened(hall, "Hội trường " + hall, "Đống Đa"));
        for (var i = 1; i < facts; i++) told.add(new HallFact.SeatTaken(hall, 20 + i));
        return told;
    }
}
