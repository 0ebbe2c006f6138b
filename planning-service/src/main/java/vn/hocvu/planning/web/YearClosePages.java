package vn.hocvu.planning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.planning.trainingplan.CarryOver;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.views.classstock.ClassStock;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;

/** What is still to be settled before a year can be closed, and what will be carried out of it. */
@Controller
@Allowed({
    Readers.PLANNING_OFFICER,
    Readers.SCHOOL_BOARD,
    Readers.CITY_ORG_BOARD,
    Readers.ADMISSIONS_OFFICER,
    Readers.AUDITOR
})
class YearClosePages {
    private final PlanScope scope;
    private final ClassStock stock;
    private final Register register;
    private final Formats formats;

    YearClosePages(PlanScope scope, ClassStock stock, Register register, Formats formats) {
        this.scope = scope;
        this.stock = stock;
        this.register = register;
        this.formats = formats;
    }

    /**
     * One thing that must hold before the year is closed.
     *
     * @param name  message {@code check.<name>}
     * @param holds whether it does
     * @param left  what the two sides are, in numbers
     */
    public record Check(String name, boolean holds, int left, int right) {
        public String state() {
            return holds ? "HOLDS" : "BROKEN";
        }
    }

    @GetMapping("/year-close")
    String year(@RequestParam(required = false) @Nullable Integer year, Model model) {
        var plans = scope.plans().stream()
                .filter(plan -> plan.phase().compareTo(PlanPhase.ALLOCATED) >= 0)
                .toList();
        var plan = plans.stream()
                .filter(p -> year == null ? p.phase() == PlanPhase.ALLOCATED : p.year() == year)
                .reduce((newer, older) -> older)
                .or(() -> plans.stream().findFirst())
                .orElse(null);
        model.addAttribute("plans", plans);
        model.addAttribute("plan", plan);
        if (plan != null) {
            show(plan, model);
        }
        return "plans/year-close";
    }

    private void show(PlanRow plan, Model model) {
        var items = scope.items(plan);
        var out = stock.runningAtEndOf(new PlanYear(plan.year()).lastDay());
        var in = stock.runningAtEndOf(new PlanYear(plan.year()).eve());
        model.addAttribute("sums", PlanSums.of(items));
        model.addAttribute(
                "unsettled",
                items.stream()
                        .filter(item -> !item.fulfilment().settled())
                        .map(item -> ItemLine.of(item, register))
                        .toList());
        model.addAttribute("carriedIn", in);
        model.addAttribute("carriedOut", out);
        model.addAttribute(
                "codes",
                stock.codes(out.classIds().stream().map(Object::toString).toList()));
        model.addAttribute("checks", checks(plan, items, in));
        model.addAttribute("today", formats.today());
    }

    private List<Check> checks(PlanRow plan, List<PlanItemRow> items, CarryOver in) {
        var sums = PlanSums.of(items);
        int unsettled =
                (int) items.stream().filter(i -> !i.fulfilment().settled()).count();
        int parts = sums.opened() + sums.unfulfilled() + sums.granted() + sums.remaining();
        int byType = PlanGrid.of(items, PlanGrid.Place.VENUE).stream()
                .filter(line -> !line.subTotal())
                .mapToInt(line -> line.sums().classes())
                .sum();
        boolean over = formats.today().isAfter(new PlanYear(plan.year()).lastDay());
        int drafted = plan.carriedIn() == null ? 0 : plan.carriedIn().classes();
        return List.of(
                new Check("yearOver", over, formats.today().getYear(), plan.year()),
                new Check("itemsSettled", unsettled == 0, unsettled, 0),
                new Check("S3", drafted == in.classes(), drafted, in.classes()),
                new Check("S4", sums.classes() == parts, sums.classes(), parts),
                new Check("S5", sums.classes() == byType, sums.classes(), byType));
    }
}
