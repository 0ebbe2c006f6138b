package vn.hocvu.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.planning.trainingplan.PlanCommand.DraftPlan;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.planning.views.timeline.Timelines;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.platform.webkit.tables.TableQuery;
import vn.hocvu.platform.webkit.tables.TableShape;

/** The plans of all years, and the grid of one. */
@Controller
@Allowed({
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CITY_ORG_BOARD,
    Readers.CITY_PROPAGANDA_BOARD,
    Readers.DISTRICT_COMMITTEE,
    Readers.ADMISSIONS_OFFICER,
    Readers.AUDITOR
})
class PlanPages {
    private static final int LATEST = 50;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2099;
    private static final TableShape YEARS = TableShape.sortedBy("year", "classes", "learners", "opened", "unfulfilled")
            .filteredBy("phase")
            .firstBy("year,desc");
    private static final Map<String, Comparator<YearLine>> ORDERS = Map.of(
            "year", Comparator.comparingInt(l -> l.plan().year()),
            "classes", Comparator.comparingInt(l -> l.sums().classes()),
            "learners", Comparator.comparingInt(l -> l.sums().learners()),
            "opened", Comparator.comparingInt(l -> l.sums().opened()),
            "unfulfilled", Comparator.comparingInt(l -> l.sums().unfulfilled()));

    private final PlanScope scope;
    private final PlanOrders orders;
    private final Timelines timelines;
    private final PlanSentences sentences;
    private final PlanSteps steps;
    private final PlanTables tables;
    private final SheetFiles files;
    private final Register register;
    private final Formats formats;
    private final Toasts toasts;
    private final Words words;
    private final ColumnChoice columns;

    PlanPages(
            PlanScope scope,
            PlanOrders orders,
            Timelines timelines,
            PlanSentences sentences,
            PlanSteps steps,
            PlanTables tables,
            SheetFiles files,
            Register register,
            Formats formats,
            Toasts toasts,
            Words words,
            ColumnChoice columns) {
        this.scope = scope;
        this.orders = orders;
        this.timelines = timelines;
        this.sentences = sentences;
        this.steps = steps;
        this.tables = tables;
        this.files = files;
        this.register = register;
        this.formats = formats;
        this.toasts = toasts;
        this.words = words;
        this.columns = columns;
    }

    /** A year's plan with its sums. */
    public record YearLine(PlanRow plan, PlanSums sums) {}

    @GetMapping("/plans")
    String list(HttpServletRequest request, Model model) {
        var query = TableQuery.from(request, YEARS);
        var lines = scope.plans().stream()
                .filter(plan ->
                        query.q() == null || Integer.toString(plan.year()).contains(query.q()))
                .filter(plan -> !query.filters().containsKey("phase")
                        || query.filters().get("phase").contains(plan.phase().name()))
                .map(plan -> new YearLine(plan, PlanSums.of(scope.items(plan))))
                .sorted(order(query))
                .toList();
        model.addAttribute("rows", query.slice(lines));
        model.addAttribute("table", query.of(lines.size()));
        return "plans/list";
    }

    @GetMapping("/plans/new")
    @Allowed(Readers.PLANNING_OFFICER)
    String draft(Model model) {
        model.addAttribute("year", formats.today().getYear() + 1);
        model.addAttribute("today", formats.today());
        return "plans/new";
    }

    @PostMapping("/plans")
    @Allowed(Readers.PLANNING_OFFICER)
    String draft() {
        var typed = orders.fields();
        int year = typed.integer("year", FIRST_YEAR, LAST_YEAR);
        var effectiveOn = orders.effective(typed);
        typed.check();
        orders.send(new DraftPlan(PlanId.of(new PlanYear(year)), effectiveOn));
        toasts.done("plan.drafted", Integer.toString(year));
        return "redirect:/plans/" + year;
    }

    @GetMapping("/plans/{year}")
    String one(@PathVariable int year, HttpServletRequest request, Model model) {
        var plan = scope.plan(year);
        var query = TableQuery.from(request, ItemLine.SHAPE);
        var all = scope.items(plan);
        var seen = PlanExcerpt.of(all, query, register);
        model.addAttribute("plan", plan);
        model.addAttribute("place", seen.place());
        model.addAttribute("grid", seen.grid());
        model.addAttribute("sums", seen.sums());
        model.addAttribute("planSums", PlanSums.of(all));
        model.addAttribute("rows", query.slice(seen.items()));
        model.addAttribute("table", query.of(seen.items().size()));
        model.addAttribute("columns", columns.of(query));
        model.addAttribute("beside", seen.beside());
        model.addAttribute("steps", steps.of(plan));
        model.addAttribute("approval", words.document(plan.approval()));
        model.addAttribute("allocation", words.document(plan.allocation()));
        model.addAttribute("today", formats.today());
        model.addAttribute("hasLastYear", scope.plans().stream().anyMatch(other -> other.year() == year - 1));
        model.addAttribute("seesAll", scope.seesAll());
        model.addAttribute(
                "timeline",
                scope.seesAll()
                        ? timelines.of(plan.planId(), 0, LATEST).rows().stream()
                                .map(sentences::entry)
                                .toList()
                        : List.of());
        return "plans/plan";
    }

    @GetMapping(path = "/plans/{year}", params = "format")
    ResponseEntity<byte[]> export(@PathVariable int year, @RequestParam String format, HttpServletRequest request) {
        var plan = scope.plan(year);
        var query = TableQuery.from(request, ItemLine.SHAPE);
        var seen = PlanExcerpt.of(scope.items(plan), query, register);
        return files.answer("ke-hoach-" + year, format, tables.of(year, query.pageUrl(1), columns.of(query), seen));
    }

    private static Comparator<YearLine> order(TableQuery query) {
        Comparator<YearLine> order = (a, b) -> 0;
        for (var sort : query.sorts()) {
            var by = ORDERS.getOrDefault(sort.field(), (a, b) -> 0);
            order = order.thenComparing(sort.descending() ? by.reversed() : by);
        }
        return order;
    }
}
