package vn.hocvu.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;
import vn.hocvu.reporting.views.figures.planhistory.ItemStand;
import vn.hocvu.reporting.views.figures.planhistory.PlanBook;
import vn.hocvu.reporting.views.figures.planhistory.PlanBooks;
import vn.hocvu.reporting.views.figures.planhistory.PlanStand;

/** The time machine: a year's plan as in force on a day and as known at an instant, to be read only. */
@Controller
@Allowed({Readers.AUDITOR, Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
class TimeMachinePages {
    private static final List<String> FILTERS = List.of("classType", "fundingSource", "venueType");
    private static final TableShape ITEMS =
            TableShape.sortedBy().filteredBy("asOf", "knownAt", "classType", "fundingSource", "venueType");

    private final PlanBooks books;
    private final PlanPoints points;
    private final StandWords stands;
    private final StandSheets sheets;
    private final Exports exports;

    TimeMachinePages(PlanBooks books, PlanPoints points, StandWords stands, StandSheets sheets, Exports exports) {
        this.books = books;
        this.points = points;
        this.stands = stands;
        this.sheets = sheets;
        this.exports = exports;
    }

    /** One item as a row of the page. */
    record Line(
            String itemId,
            String href,
            String name,
            @Nullable String category,
            int classes,
            String learners,
            int granted,
            int opened,
            int openedLearners,
            int unfulfilled,
            int remaining) {}

    @GetMapping(path = "/audit/plan/{year}", params = "!format")
    String stand(@PathVariable int year, HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, ITEMS);
        var book = book(year);
        var point = points.to(request);
        var whole = book.at(point.asOf());
        var stand = filtered(whole, query);
        model.addAttribute("year", Integer.toString(year));
        model.addAttribute("point", point);
        model.addAttribute("banner", points.sentence(point));
        model.addAttribute("steps", points.steps(query.path(), book, point));
        model.addAttribute("difference", PlanPoints.difference(year, null, point));
        model.addAttribute("inForce", stand.allocated() != null);
        model.addAttribute("grid", stand.grid());
        model.addAttribute("total", stand.total());
        model.addAttribute("table", query.of(stand.proper().size()));
        model.addAttribute(
                "rows",
                query.slice(stand.proper()).stream().map(one -> line(year, one)).toList());
        model.addAttribute(
                "offPlan", stand.offPlan().stream().map(one -> line(year, one)).toList());
        for (var field : FILTERS) {
            model.addAttribute(field + "s", codes(whole, field));
        }
        return "audit/plan";
    }

    /** What the page shows, as a file, with every item. */
    @GetMapping(path = "/audit/plan/{year}", params = "format")
    ResponseEntity<byte[]> file(@PathVariable int year, @RequestParam String format, HttpServletRequest request) {
        var query = TableQuery.from(request, ITEMS);
        var point = points.to(request);
        var stand = filtered(book(year).at(point.asOf()), query);
        return exports.answer("ke-hoach-" + year, format, sheets.of(year, points.sentence(point), stand));
    }

    private PlanBook book(int year) {
        return books.of(year).orElseThrow(() -> new NotFound("plan of " + year));
    }

    private static PlanStand filtered(PlanStand stand, TableQuery query) {
        return new PlanStand(
                stand.asOf(),
                stand.allocated(),
                stand.items().stream().filter(one -> fits(one, query)).toList());
    }

    private static boolean fits(ItemStand item, TableQuery query) {
        return FILTERS.stream().allMatch(field -> {
            var wanted = query.filter(field);
            return wanted.isEmpty() || wanted.equals(of(field).apply(item));
        });
    }

    private static Function<ItemStand, @Nullable String> of(String field) {
        return switch (field) {
            case "classType" -> item -> item.terms().classType();
            case "fundingSource" -> item -> item.terms().fundingSource();
            default -> item -> item.terms().venueType();
        };
    }

    private static List<String> codes(PlanStand stand, String field) {
        return stand.items().stream()
                .map(of(field))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private Line line(int year, ItemStand item) {
        return new Line(
                item.itemId(),
                "/audit/plan/" + year + "/items/" + item.itemId(),
                stands.name(item.terms()),
                item.terms().category(),
                item.terms().quotaClasses(),
                stands.learners(item.terms()),
                item.granted(),
                item.opened().classes(),
                item.opened().learners(),
                item.unfulfilled().classes(),
                item.remaining());
    }
}
