package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.TimelineEntry.Change;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;
import vn.hocvu.reporting.views.figures.planhistory.PlanBook;
import vn.hocvu.reporting.views.figures.planhistory.PlanBooks;
import vn.hocvu.reporting.views.figures.planhistory.PlanDifference;
import vn.hocvu.reporting.views.figures.planhistory.PlanDifference.Cause;
import vn.hocvu.reporting.views.figures.planhistory.PlanDifference.ItemChange;

/** What differs between a plan at two points of both axes: item by item, field by field, and who stands behind it. */
@Controller
@Allowed({Readers.AUDITOR, Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
class DifferencePages {
    private static final TableShape ITEMS =
            TableShape.sortedBy().filteredBy("asOf", "knownAt", "fromAsOf", "fromKnownAt");

    private final PlanBooks books;
    private final PlanPoints points;
    private final StandWords stands;
    private final MoveWords moves;
    private final DifferenceSheets sheets;
    private final Exports exports;

    DifferencePages(
            PlanBooks books,
            PlanPoints points,
            StandWords stands,
            MoveWords moves,
            DifferenceSheets sheets,
            Exports exports) {
        this.books = books;
        this.points = points;
        this.stands = stands;
        this.moves = moves;
        this.sheets = sheets;
        this.exports = exports;
    }

    /**
     * One item that differs.
     *
     * @param state ADDED, REMOVED, CHANGED, or SAME if what happened cancels out
     */
    record Item(String itemId, String title, String href, String state, List<Change> changes, List<Because> because) {}

    /** One thing that makes the difference. */
    record Because(
            String sign,
            String what,
            String href,
            String who,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Nullable String reason,
            @Nullable String document,
            String approvers) {}

    @GetMapping(path = "/audit/plan/{year}/difference", params = "!format")
    String difference(@PathVariable int year, HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, ITEMS);
        var book = book(year);
        var from = points.from(request, book);
        var to = points.to(request);
        var difference = book.between(from.asOf(), to.asOf());
        model.addAttribute("year", Integer.toString(year));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("fromDay", day(from));
        model.addAttribute("toDay", day(to));
        model.addAttribute("fromWords", points.sentence(from));
        model.addAttribute("toWords", points.sentence(to));
        model.addAttribute("swapped", PlanPoints.difference(year, to, from));
        model.addAttribute("sums", sums(difference));
        model.addAttribute("pageOf", query.of(difference.items().size()));
        model.addAttribute(
                "items",
                query.slice(difference.items()).stream()
                        .map(one -> item(year, one))
                        .toList());
        return "audit/difference";
    }

    /** The whole difference as a file. */
    @GetMapping(path = "/audit/plan/{year}/difference", params = "format")
    ResponseEntity<byte[]> file(@PathVariable int year, @RequestParam String format, HttpServletRequest request) {
        var book = book(year);
        var from = points.from(request, book);
        var to = points.to(request);
        var asked = points.sentence(from) + " → " + points.sentence(to);
        return exports.answer(
                "khac-biet-ke-hoach-" + year, format, sheets.of(year, asked, book.between(from.asOf(), to.asOf())));
    }

    private static LocalDate day(PlanPoints.Point point) {
        return LocalDate.ofInstant(point.asOf().recorded(), Formats.ZONE);
    }

    private PlanBook book(int year) {
        return books.of(year).orElseThrow(() -> new NotFound("plan of " + year));
    }

    /** What the difference does to the totals of the plan proper. */
    record Sum(String label, int before, int after) {
        public int difference() {
            return after - before;
        }
    }

    static List<Sum> sums(PlanDifference difference) {
        var before = difference.before().total();
        var after = difference.after().total();
        return List.of(
                new Sum("stand.items", before.items(), after.items()),
                new Sum("stand.classes", before.quota().classes(), after.quota().classes()),
                new Sum(
                        "stand.learners",
                        before.quota().learners(),
                        after.quota().learners()),
                new Sum("stand.granted", before.granted(), after.granted()),
                new Sum(
                        "stand.openedClasses",
                        before.opened().classes(),
                        after.opened().classes()),
                new Sum(
                        "stand.openedLearners",
                        before.opened().learners(),
                        after.opened().learners()),
                new Sum(
                        "stand.unfulfilledClasses",
                        before.unfulfilled().classes(),
                        after.unfulfilled().classes()),
                new Sum(
                        "stand.unfulfilledLearners",
                        before.unfulfilled().learners(),
                        after.unfulfilled().learners()),
                new Sum("stand.remaining", before.remaining(), after.remaining()));
    }

    static String state(ItemChange change) {
        if (change.before() == null) {
            return change.after() == null ? "SAME" : "ADDED";
        }
        if (change.after() == null) {
            return "REMOVED";
        }
        return change.before().equals(change.after()) ? "SAME" : "CHANGED";
    }

    private Item item(int year, ItemChange change) {
        var known = change.after() == null ? change.before() : change.after();
        return new Item(
                change.itemId(),
                change.itemId() + (known == null ? "" : " · " + stands.name(known.terms())),
                "/audit/plan/" + year + "/items/" + change.itemId(),
                state(change),
                stands.between(change.before(), change.after()),
                change.because().stream().map(this::because).toList());
    }

    private Because because(Cause cause) {
        var move = cause.move();
        return new Because(
                cause.added() ? "+" : "−",
                moves.sentence(move),
                "/audit/" + move.at().eventId(),
                moves.who(move),
                move.at().effectiveOn(),
                move.at().recordedAt(),
                moves.reason(move),
                move.at().document(),
                moves.approvers(move));
    }
}
