package vn.hocvu.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.planning.views.timeline.Timelines;
import vn.hocvu.platform.viewstore.FoldedText;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

/** The amendments of all plans, and each with its decision. */
@Controller
@Allowed({
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CITY_ORG_BOARD,
    Readers.ADMISSIONS_OFFICER,
    Readers.AUDITOR
})
class AmendmentPages {
    private static final TableShape SHAPE = TableShape.sortedBy("amendmentId", "classes", "learners", "effectiveOn")
            .filteredBy("year", "state", "kind")
            .firstBy("amendmentId,desc");
    private static final Map<String, Comparator<AmendmentLine>> ORDERS = Map.of(
            "amendmentId", Comparator.comparingInt(AmendmentLine::year).thenComparing(AmendmentLine::amendmentId),
            "classes", Comparator.comparingInt(AmendmentLine::classes),
            "learners", Comparator.comparingInt(AmendmentLine::learners),
            "effectiveOn", Comparator.comparing(line -> String.valueOf(line.effectiveOn())));

    private final AmendmentLines lines;
    private final AmendmentSheet sheet;
    private final AmendmentOrders orders;
    private final PlanOrders forms;
    private final PlanScope scope;
    private final Timelines timelines;
    private final PlanSentences sentences;
    private final Formats formats;
    private final Toasts toasts;

    AmendmentPages(
            AmendmentLines lines,
            AmendmentSheet sheet,
            AmendmentOrders orders,
            PlanOrders forms,
            PlanScope scope,
            Timelines timelines,
            PlanSentences sentences,
            Formats formats,
            Toasts toasts) {
        this.lines = lines;
        this.sheet = sheet;
        this.orders = orders;
        this.forms = forms;
        this.scope = scope;
        this.timelines = timelines;
        this.sentences = sentences;
        this.formats = formats;
        this.toasts = toasts;
    }

    @GetMapping("/amendments")
    String list(HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, SHAPE);
        var found = found(query);
        model.addAttribute("rows", query.slice(found));
        model.addAttribute("table", query.of(found.size()));
        model.addAttribute("yearChoices", years());
        return "amendments/list";
    }

    @GetMapping(path = "/amendments", params = "format")
    ResponseEntity<byte[]> export(@RequestParam String format, HttpServletRequest request) {
        var query = TableQuery.from(request, SHAPE);
        return sheet.file(query.pageUrl(1), found(query), format);
    }

    private List<AmendmentLine> found(TableQuery query) {
        return lines.all().stream()
                .filter(line -> matches(line, query))
                .sorted(order(query))
                .toList();
    }

    @GetMapping("/amendments/{amendmentId}")
    String one(@PathVariable String amendmentId, Model model) {
        var row = lines.row(amendmentId);
        var line = lines.line(row);
        model.addAttribute("line", line);
        model.addAttribute("row", row);
        model.addAttribute("last", row.next() != null && AmendmentOrders.last(row));
        model.addAttribute("sums", PlanSums.of(scope.items(scope.plan(line.year()))));
        model.addAttribute("today", formats.today());
        model.addAttribute(
                "timeline",
                timelines.ofAmendment(row.planId(), amendmentId).stream()
                        .map(sentences::entry)
                        .toList());
        return "amendments/amendment";
    }

    @PostMapping("/amendments/{amendmentId}/approval")
    @Allowed({Readers.SCHOOL_BOARD, Readers.CITY_ORG_BOARD})
    String approve(@PathVariable String amendmentId) {
        orders.approve(lines.row(amendmentId), forms.fields());
        return done("amendment.approved", amendmentId);
    }

    @PostMapping("/amendments/{amendmentId}/rejection")
    @Allowed({Readers.SCHOOL_BOARD, Readers.CITY_ORG_BOARD})
    String reject(@PathVariable String amendmentId) {
        orders.reject(lines.row(amendmentId), forms.fields());
        return done("amendment.rejected", amendmentId);
    }

    @PostMapping("/amendments/{amendmentId}/withdrawal")
    @Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
    String withdraw(@PathVariable String amendmentId) {
        orders.withdraw(lines.row(amendmentId), forms.fields());
        return done("amendment.withdrawn", amendmentId);
    }

    private String done(String message, String amendmentId) {
        toasts.done(message, amendmentId);
        return "redirect:/amendments/" + amendmentId;
    }

    private Map<String, String> years() {
        var years = new LinkedHashMap<String, String>();
        scope.plans().forEach(plan -> years.put(Integer.toString(plan.year()), Integer.toString(plan.year())));
        return years;
    }

    private static boolean matches(AmendmentLine line, TableQuery query) {
        return is(query, "year", Integer.toString(line.year()))
                && is(query, "state", line.state())
                && is(query, "kind", line.kind())
                && (query.q() == null || text(line).contains(FoldedText.fold(query.q())));
    }

    private static boolean is(TableQuery query, String field, String value) {
        var wanted = query.filters().get(field);
        return wanted == null || wanted.contains(value);
    }

    private static String text(AmendmentLine line) {
        return FoldedText.fold(String.join(
                " ",
                List.of(
                        line.amendmentId(),
                        String.valueOf(line.itemId()),
                        String.valueOf(line.row().proposer()),
                        line.reason(),
                        line.document())));
    }

    private static Comparator<AmendmentLine> order(TableQuery query) {
        Comparator<AmendmentLine> order = (a, b) -> 0;
        for (var sort : query.sorts()) {
            var by = ORDERS.get(sort.field());
            if (by != null) {
                order = order.thenComparing(sort.descending() ? by.reversed() : by);
            }
        }
        return order.thenComparing(AmendmentLine::amendmentId);
    }
}
