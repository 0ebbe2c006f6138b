package vn.hocvu.planning.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.planning.trainingplan.AmendmentKind;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.PlanRefusal;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.InvalidInput;
import vn.hocvu.platform.webkit.TimelineEntry.Change;
import vn.hocvu.platform.webkit.Toasts;

/** The forms with which a change of an allocated plan is asked for; they show before and after. */
@Controller
@Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD})
class AmendmentFormPages {
    private static final List<AmendmentKind> OF_AN_ITEM = Arrays.stream(AmendmentKind.values())
            .filter(kind -> kind != AmendmentKind.ADD_ITEM)
            .toList();

    private final PlanScope scope;
    private final PlanOrders forms;
    private final AmendmentOrders orders;
    private final AmendmentTerms terms;
    private final ItemDifferences differences;
    private final Formats formats;
    private final Toasts toasts;

    AmendmentFormPages(
            PlanScope scope,
            PlanOrders forms,
            AmendmentOrders orders,
            AmendmentTerms terms,
            ItemDifferences differences,
            Formats formats,
            Toasts toasts) {
        this.scope = scope;
        this.forms = forms;
        this.orders = orders;
        this.terms = terms;
        this.differences = differences;
        this.formats = formats;
        this.toasts = toasts;
    }

    @GetMapping("/plans/{year}/items/{itemId}/amendments/new")
    String change(
            @PathVariable int year,
            @PathVariable String itemId,
            @RequestParam(required = false) @Nullable AmendmentKind kind,
            Model model) {
        var item = scope.item(year, itemId);
        var chosen = kind == null || kind == AmendmentKind.ADD_ITEM ? AmendmentKind.INCREASE : kind;
        model.addAttribute("plan", scope.plan(year));
        model.addAttribute("item", item);
        model.addAttribute("kinds", OF_AN_ITEM);
        model.addAttribute("kind", chosen.name());
        model.addAttribute("form", ItemForm.of(shown(chosen, item.promise())));
        model.addAttribute("before", AmendmentTerms.written(item.promise()));
        model.addAttribute("today", formats.today());
        model.addAttribute("changes", typed(chosen, item.promise()));
        return "amendments/change";
    }

    @PostMapping("/plans/{year}/items/{itemId}/amendments")
    String propose(@PathVariable int year, @PathVariable String itemId) {
        return proposed(orders.propose(plan(year), PlanItemApi.item(year, itemId), forms.fields()));
    }

    @GetMapping("/plans/{year}/amendments/new")
    String add(@PathVariable int year, Model model) {
        model.addAttribute("plan", scope.plan(year));
        model.addAttribute("today", formats.today());
        return "amendments/add";
    }

    @PostMapping("/plans/{year}/amendments")
    String propose(@PathVariable int year) {
        return proposed(orders.propose(plan(year), null, forms.fields()));
    }

    /** What the values in the address would change; nothing while they make no sense yet. */
    private List<Change> typed(AmendmentKind kind, PlanItemTerms before) {
        var after = after(kind, before);
        return after == null ? List.of() : differences.between(before, after);
    }

    private @Nullable PlanItemTerms after(AmendmentKind kind, PlanItemTerms before) {
        try {
            var typed = forms.fields();
            var after = terms.after(kind, before, typed);
            typed.check();
            return after;
        } catch (InvalidInput | PlanRefusal incomplete) {
            return null;
        }
    }

    /** Values that come with the address fill the form; one that is shown again keeps its own beside today's values. */
    private PlanItemTerms shown(AmendmentKind kind, PlanItemTerms before) {
        var typed = forms.fields();
        if (typed.text("_form") != null) {
            return before;
        }
        var after = after(kind, before);
        return after == null ? before : after;
    }

    private String proposed(String amendmentId) {
        toasts.doneUntil(
                "/amendments/" + amendmentId + "/withdrawal",
                Map.of("effectiveOn", formats.dateInput(formats.today())),
                "amendment.proposed",
                amendmentId);
        return "redirect:/amendments/" + amendmentId;
    }

    private static PlanId plan(int year) {
        return PlanId.of(new PlanYear(year));
    }
}
