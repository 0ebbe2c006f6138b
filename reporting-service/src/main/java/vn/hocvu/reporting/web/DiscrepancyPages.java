package vn.hocvu.reporting.web;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Document;
import vn.hocvu.platform.webkit.NotFound;
import vn.hocvu.platform.webkit.TimelineEntry;
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
import vn.hocvu.reporting.views.published.DiscrepancyRow;
import vn.hocvu.reporting.views.published.PublishedFigures;
import vn.hocvu.reporting.views.published.Stand;

/** The register of discrepancies: published, derived, the gap, what may be behind it, and what was said about it. */
@Controller
@Allowed({Readers.LEADERSHIP_VIEWER, Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD, Readers.AUDITOR})
class DiscrepancyPages {
    private static final int MOST = 10_000_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final PublishedFigures published;
    private final FigureOrders orders;
    private final Questions questions;
    private final Words words;
    private final Toasts toasts;

    DiscrepancyPages(PublishedFigures published, FigureOrders orders, Questions questions, Words words, Toasts toasts) {
        this.published = published;
        this.orders = orders;
        this.questions = questions;
        this.words = words;
        this.toasts = toasts;
    }

    /** One entry as a row. */
    record Line(
            String id,
            String figure,
            String year,
            String scope,
            String measure,
            int published,
            int derived,
            int delta,
            String causes,
            String residue,
            String status,
            String explanation) {}

    /** What may be behind a gap, in one measure. */
    record CauseLine(String cause, int matched, int residue, String about) {}

    /** Sums that do not agree. */
    record BrokenLine(String identity, int implied, int against) {}

    @GetMapping("/discrepancies")
    String list(Model model) {
        model.addAttribute(
                "entries",
                published.gaps(questions.now()).stream()
                        .flatMap(gap -> gap.entries().stream())
                        .map(entry -> published.entry(new DiscrepancyId(entry.discrepancyId())))
                        .flatMap(java.util.Optional::stream)
                        .map(this::line)
                        .toList());
        model.addAttribute("publishedFigures", published.all());
        return "discrepancies/list";
    }

    private Line line(DiscrepancyRow row) {
        var stand = row.stands().getLast();
        var measure = measure(row);
        return new Line(
                row.discrepancyId(),
                words.text("figure." + figure(row).code()),
                Integer.toString(row.year()),
                words.scope(row.scope()),
                words.code("measure", measure.name()),
                stand.published(),
                stand.derived(),
                stand.delta(),
                causes(stand, measure).stream()
                        .map(CauseLine::cause)
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("–"),
                causes(stand, measure).stream()
                        .map(cause -> words.signed(cause.residue()))
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("–"),
                stand.status().name(),
                stand.explanation() == null ? words.text("report.unexplained") : stand.explanation());
    }

    private List<CauseLine> causes(Stand stand, Measure measure) {
        return stand.causes().stream()
                .map(cause -> new CauseLine(
                        words.code("cause", cause.cause().name()),
                        cause.matched().of(measure),
                        cause.residue().of(measure),
                        String.join(", ", cause.about())))
                .toList();
    }

    @GetMapping("/discrepancies/{id}")
    String detail(@PathVariable String id, Model model) {
        var row = published
                .entry(new DiscrepancyId(id))
                .filter(one -> !one.stands().isEmpty())
                .orElseThrow(() -> new NotFound("discrepancy " + id));
        var stand = row.stands().getLast();
        model.addAttribute("line", line(row));
        model.addAttribute("version", row.version());
        model.addAttribute("explanation", stand.explanation());
        model.addAttribute("causes", causes(stand, measure(row)));
        model.addAttribute(
                "broken",
                stand.broken().stream()
                        .map(one -> new BrokenLine(
                                words.code("identity", one.identity()),
                                one.implied().of(measure(row)),
                                one.against().of(measure(row))))
                        .toList());
        model.addAttribute(
                "explain",
                new FigureQuery(row.year(), null, null, row.scope())
                        .at("/explain", "figure", figure(row).code()));
        model.addAttribute("timeline", timeline(row));
        return "discrepancies/detail";
    }

    private List<TimelineEntry> timeline(DiscrepancyRow row) {
        return IntStream.range(0, row.stands().size())
                .mapToObj(i -> row.stands().get(row.stands().size() - 1 - i))
                .map(stand -> TimelineEntry.of(
                                stand.status().name(),
                                words.text(
                                        "register." + stand.status().name(),
                                        stand.published(),
                                        stand.derived(),
                                        words.signed(stand.delta())),
                                stand.status().name().equals("EXPLAINED") ? stand.explainedBy() : null,
                                stand.since())
                        .effective(stand.effectiveOn())
                        .because(stand.status().name().equals("EXPLAINED") ? stand.explanation() : null)
                        .under(words.document(stand.document())))
                .toList();
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

    private static FigureName figure(DiscrepancyRow row) {
        return java.util.Objects.requireNonNull(row.figure());
    }

    private static Measure measure(DiscrepancyRow row) {
        return java.util.Objects.requireNonNull(row.measure());
    }
}
