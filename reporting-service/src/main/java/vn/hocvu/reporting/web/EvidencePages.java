package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.reporting.views.figures.planhistory.PlanBook;
import vn.hocvu.reporting.views.figures.planhistory.PlanBooks;
import vn.hocvu.reporting.views.figures.planhistory.PlanHistory;
import vn.hocvu.reporting.views.figures.planhistory.PlanMove;

/** Hands out what proves an item, an amendment or a period of a plan to an outsider; planning-service notes who took it. */
@Controller
@Allowed(Readers.AUDITOR)
class EvidencePages {
    private static final int MOST = 2_000;

    private final PlanBooks books;
    private final Trails trails;
    private final Words words;

    EvidencePages(PlanBooks books, Trails trails, Words words) {
        this.books = books;
        this.trails = trails;
        this.words = words;
    }

    @PostMapping(path = "/audit/evidence", params = "itemId")
    ResponseEntity<?> item(@RequestParam int year, @RequestParam String itemId) {
        var item = books.item(year, itemId).orElseThrow(() -> new NotFound("item " + itemId));
        var chain = books.amendments(year, item.parts());
        return packed(
                Stream.concat(Stream.of(item), chain.stream()).flatMap(row -> row.moves().stream()),
                words.text("evidence.item", itemId),
                itemId);
    }

    @PostMapping(path = "/audit/evidence", params = "amendmentId")
    ResponseEntity<?> amendment(@RequestParam int year, @RequestParam String amendmentId) {
        var amendment = books.amendments(year, List.of(amendmentId)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("amendment " + amendmentId));
        return packed(amendment.moves().stream(), words.text("evidence.amendment", amendmentId), amendmentId);
    }

    /** What was recorded about the plan of a year in a period. */
    @PostMapping(path = "/audit/evidence", params = "from")
    ResponseEntity<?> period(@RequestParam int year, HttpServletRequest request) {
        var from = Questions.day(request, "from");
        var until = Questions.day(request, "until");
        var book = books.of(year).orElseThrow(() -> new NotFound("plan of " + year));
        return packed(
                told(year, book).filter(in(from, until)),
                words.text("evidence.period", Integer.toString(year), day(from), day(until)),
                Integer.toString(year));
    }

    private Stream<PlanMove> told(int year, PlanBook book) {
        var amendments = books.amendments(
                year,
                book.items().stream()
                        .flatMap(item -> item.parts().stream())
                        .distinct()
                        .toList());
        return Stream.concat(
                book.moves(), amendments.stream().map(PlanHistory::moves).flatMap(List::stream));
    }

    private static Predicate<PlanMove> in(@Nullable LocalDate from, @Nullable LocalDate until) {
        return move -> {
            var day = LocalDate.ofInstant(move.at().recordedAt(), Formats.ZONE);
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        };
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "…" : words.date(day);
    }

    private ResponseEntity<?> packed(Stream<PlanMove> moves, String about, String name) {
        var events = moves.map(move -> move.at().eventId()).distinct().toList();
        if (events.isEmpty() || events.size() > MOST) {
            throw InvalidInput.of("from", "error.range", 1, MOST);
        }
        return trails.evidence("planning", events, about)
                .<ResponseEntity<?>>map(zip -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/zip"))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("bang-chung-" + name + ".zip")
                                        .build()
                                        .toString())
                        .body(zip))
                .orElseGet(() -> ResponseEntity.status(303)
                        .header(HttpHeaders.LOCATION, "/audit/integrity?away=planning")
                        .build());
    }
}
