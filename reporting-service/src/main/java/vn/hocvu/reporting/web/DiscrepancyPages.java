package vn.hocvu.reporting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Document;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.reporting.discrepancy.DiscrepancyCommand.ExplainDiscrepancy;
import vn.hocvu.reporting.discrepancy.DiscrepancyId;
import vn.hocvu.reporting.publishedfigure.DocumentRef;
import vn.hocvu.reporting.publishedfigure.DocumentType;
import vn.hocvu.reporting.publishedfigure.FigureCommand.PublishFigure;
import vn.hocvu.reporting.publishedfigure.FigureName;
import vn.hocvu.reporting.publishedfigure.FigureScope;
import vn.hocvu.reporting.publishedfigure.Measure;
import vn.hocvu.reporting.publishedfigure.ScopeClarity;
import vn.hocvu.reporting.views.published.PublishedFigures;

/** The register of discrepancies: published, derived, the gap, what may be behind it, and what was said about it. */
@Controller
@Allowed({
    Readers.LEADERSHIP_VIEWER,
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CITY_ORG_BOARD,
    Readers.AUDITOR
})
class DiscrepancyPages {
    private static final int MOST = 10_000_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final PublishedFigures published;
    private final FigureOrders orders;
    private final DiscrepancyLines lines;
    private final Exports exports;
    private final Toasts toasts;

    DiscrepancyPages(
            PublishedFigures published, FigureOrders orders, DiscrepancyLines lines, Exports exports, Toasts toasts) {
        this.published = published;
        this.orders = orders;
        this.lines = lines;
        this.exports = exports;
        this.toasts = toasts;
    }

    @GetMapping(path = "/discrepancies", params = "!format")
    String list(Model model) {
        model.addAttribute("entries", lines.all());
        model.addAttribute("publishedFigures", published.all());
        return "discrepancies/list";
    }

    /** What the page shows, as a file. */
    @GetMapping(path = "/discrepancies", params = "format")
    ResponseEntity<byte[]> file(@RequestParam String format) {
        return exports.answer("so-chenh-lech", format, List.of(lines.sheet()));
    }

    @GetMapping("/discrepancies/{id}")
    String detail(@PathVariable String id, Model model) {
        var row = published
                .entry(new DiscrepancyId(id))
                .filter(one -> !one.stands().isEmpty())
                .orElseThrow(() -> new NotFound("discrepancy " + id));
        var stand = row.stands().getLast();
        model.addAttribute("line", lines.line(row));
        model.addAttribute("version", row.version());
        model.addAttribute("explanation", stand.explanation());
        model.addAttribute("causes", lines.causes(stand, DiscrepancyLines.measure(row)));
        model.addAttribute("broken", lines.broken(row));
        model.addAttribute(
                "explain",
                new FigureQuery(row.year(), null, null, row.scope())
                        .at("/explain", "figure", DiscrepancyLines.figure(row).code()));
        model.addAttribute("timeline", lines.timeline(row));
        return "discrepancies/detail";
    }

    @Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
    @PostMapping("/discrepancies/{id}/explanation")
    String explain(@PathVariable String id) {
        var typed = orders.fields();
        var text = typed.required("explanation");
        var paper = refOf(typed.document("document"));
        var on = orders.effective(typed);
        typed.check();
        var unused = orders.send(new ExplainDiscrepancy(new DiscrepancyId(id), text, paper, on), id);
        toasts.done("discrepancy.explained");
        return "redirect:/discrepancies/" + id;
    }

    @Allowed(Readers.PLANNING_OFFICER)
    @GetMapping("/discrepancies/new")
    String form(Model model) {
        model.addAttribute(
                "figures",
                java.util.stream.Stream.of(FigureName.values())
                        .map(FigureName::code)
                        .toList());
        model.addAttribute("classTypes", AnnualReports.CLASS_TYPES);
        return "discrepancies/new";
    }

    /** Both measures of one line of a paper. */
    @Allowed(Readers.PLANNING_OFFICER)
    @PostMapping("/discrepancies")
    String publish() {
        var typed = orders.fields();
        var figure = typed.required("figure");
        int year = typed.integer("year", FIRST_YEAR, LAST_YEAR);
        var type = typed.text("classType");
        int classes = typed.integer("classes", 0, MOST);
        int learners = typed.integer("learners", 0, MOST);
        var asOf = typed.requiredDate("effectiveAsOf");
        var paper = refOf(typed.requiredDocument("document"));
        var on = orders.effective(typed);
        typed.check();
        var scope = FigureScope.ofType(type);
        for (var measure : Measure.values()) {
            var order = PublishFigure.of(
                    year,
                    FigureName.of(figure),
                    measure,
                    scope,
                    measure == Measure.CLASSES ? classes : learners,
                    ScopeClarity.EXPLICIT,
                    asOf,
                    paper,
                    on);
            var unused = orders.send(order, order.figureId().value(), measure.name());
        }
        toasts.done("figure.published");
        return "redirect:/discrepancies";
    }

    private static @Nullable DocumentRef refOf(@Nullable Document typed) {
        return typed == null
                ? null
                : new DocumentRef(
                        DocumentType.valueOf(typed.type()),
                        typed.number(),
                        typed.date(),
                        typed.issuer(),
                        typed.signer().isBlank() ? null : typed.signer());
    }
}
