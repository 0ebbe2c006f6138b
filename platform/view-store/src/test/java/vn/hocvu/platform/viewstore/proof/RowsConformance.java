package vn.hocvu.platform.viewstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.hocvu.platform.viewstore.PageOf;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Sort;

/** What rows answer must not depend on the server that keeps them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RowsConformance {
    private static final int HALLS = 25;
    Library library;
    private Rows<HallRow> rows;

    /** Address of an empty database. */
    abstract String mongo();

    @BeforeAll
    void fold() {
        library = new Library(mongo());
        var running = library.start();
        for (var i = 0; i < HALLS; i++) {
            var hall = "hall-%02d".formatted(i);
            library.tell(
                    hall,
                    0,
                    new HallFact.HallOpened(hall, "Hội trường " + (char) ('A' + i), i % 2 == 0 ? "Đống Đa" : "Ba Vì"));
            for (var seat = 1; seat <= i % 5; seat++) library.tell(hall, seat, new HallFact.SeatTaken(hall, seat));
        }
        library.flush();
        running.awaitTopics();
        rows = running.hallRows();
    }

    @AfterAll
    void close() {
        library.close();
    }

    @Test
    void rowsComeBackAsTheyWere() {
        assertThat(rows.find("hall-04"))
                .contains(Library.fold(
                        "hall-04",
                        List.of(
                                new HallFact.HallOpened("hall-04", "Hội trường E", "Đống Đa"),
                                new HallFact.SeatTaken("hall-04", 1),
                                new HallFact.SeatTaken("hall-04", 2),
                                new HallFact.SeatTaken("hall-04", 3),
                                new HallFact.SeatTaken("hall-04", 4))));
        assertThat(rows.find("nowhere")).isEmpty();
        assertThat(rows.find(List.of("hall-01", "nowhere", "hall-03"))).containsOnlyKeys("hall-01", "hall-03");
        assertThat(rows.find(List.of())).isEmpty();
        assertThat(rows.all()).hasSize(HALLS);
    }

    @Test
    void fieldsOfTheRowAndOfItsIndexFilter() {
        assertThat(ids(RowQuery.where("district", "Ba Vì"))).hasSize(12);
        assertThat(ids(RowQuery.where("size", 4)))
                .containsExactlyInAnyOrder("hall-04", "hall-09", "hall-14", "hall-19", "hall-24");
        assertThat(ids(RowQuery.where("row.count", 4))).hasSize(5);
        assertThat(ids(new RowQuery(
                        Map.of("district", "Ba Vì"), Map.of("size", List.of(0, 1)), null, List.of(), 0, 50)))
                .containsExactlyInAnyOrder("hall-01", "hall-05", "hall-11", "hall-15", "hall-21");
        assertThat(rows.count(RowQuery.where("district", "Ba Vì"))).isEqualTo(12);
        assertThat(rows.count(RowQuery.where("district", "nowhere"))).isZero();
    }

    @Test
    void everyWordOfTheTextMustOccurWhateverCaseAndMarks() {
        assertThat(ids(text("dong da"))).hasSize(13);
        assertThat(ids(text("ĐỐNG hội"))).hasSize(13);
        assertThat(ids(text("truong b ba vi"))).hasSize(12);
        assertThat(ids(text("truong c"))).isNotEmpty();
        assertThat(ids(text(".*"))).isEmpty();
        assertThat(ids(text("(["))).isEmpty();
    }

    private static RowQuery text(String text) {
        return new RowQuery(Map.of(), Map.of(), text, List.of(), 0, 50);
    }

    @Test
    void pagesFollowTheOrderWithoutRepeatingARow() {
        var seen = new ArrayList<String>();
        PageOf<HallRow> page;
        var number = 0;
        do {
            page = rows.page(new RowQuery(
                    Map.of(),
                    Map.of(),
                    null,
                    List.of(Sort.descending("size"), Sort.ascending("district")),
                    number++,
                    7));
            assertThat(page.total()).isEqualTo(HALLS);
            page.rows().forEach(row -> seen.add(row.hallId()));
        } while (page.rows().size() == 7);

        assertThat(seen).hasSize(HALLS).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 5)).containsExactly("hall-09", "hall-19", "hall-04", "hall-14", "hall-24");
        assertThat(rows.page(new RowQuery(Map.of(), Map.of(), null, List.of(Sort.descending("_id")), 0, 1))
                        .rows())
                .extracting(HallRow::hallId)
                .containsExactly("hall-24");
    }

    @Test
    void theServerKeepsTheIndexesThatTheViewNames() {
        try (var client = library.client()) {
            var keys = new ArrayList<Document>();
            halls(client).listIndexes().forEach(index -> keys.add(index.get("key", Document.class)));

            assertThat(keys)
                    .containsExactlyInAnyOrder(
                            new Document("_id", 1),
                            new Document("q.district", 1).append("q.size", -1).append("_id", 1),
                            new Document("row.count", -1).append("_id", 1));
        }
    }

    MongoCollection<Document> halls(MongoClient client) {
        return client.getDatabase(library.databaseName()).getCollection("halls-g1");
    }

    private List<String> ids(RowQuery query) {
        return rows.page(query).rows().stream().map(HallRow::hallId).toList();
    }
}
