package vn.hocvu.planning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.planning.trainingplan.PlanCommand.AddPlanItem;
import vn.hocvu.planning.trainingplan.PlanCommand.ChangePlanItem;
import vn.hocvu.planning.trainingplan.PlanCommand.ClarifyQuota;
import vn.hocvu.planning.trainingplan.PlanCommand.MarkUnfulfilled;
import vn.hocvu.planning.trainingplan.PlanCommand.RecordAwaitedDocument;
import vn.hocvu.planning.trainingplan.PlanCommand.RemovePlanItem;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.trainingplan.UnfulfilledReason;
import vn.hocvu.planning.views.classstock.ClassStock;
import vn.hocvu.planning.views.items.PlanItemRow;
import vn.hocvu.planning.views.items.PlanItemRow.LinkedClass;
import vn.hocvu.planning.views.timeline.Timelines;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.Toasts;

/** One plan item: its terms, its classes, what was given up, and its history. */
@Controller
class PlanItemPages {
    private static final int MOST_LEARNERS = 1_000_000;

    private final PlanScope scope;
    private final AmendmentLines amendments;
    private final DistrictRolls rolls;
    private final PlanOrders orders;
    private final ItemTerms terms;
    private final Timelines timelines;
    private final PlanSentences sentences;
    private final ClassStock stock;
    private final Register register;
    private final Formats formats;
    private final Toasts toasts;
    private final Words words;

    PlanItemPages(
            PlanScope scope,
            AmendmentLines amendments,
            DistrictRolls rolls,
            PlanOrders orders,
            ItemTerms terms,
            Timelines timelines,
            PlanSentences sentences,
            ClassStock stock,
            Register register,
            Formats formats,
            Toasts toasts,
            Words words) {
        this.scope = scope;
        this.amendments = amendments;
        this.rolls = rolls;
        this.orders = orders;
        this.terms = terms;
        this.timelines = timelines;
        this.sentences = sentences;
        this.stock = stock;
        this.register = register;
        this.formats = formats;
        this.toasts = toasts;
        this.words = words;
    }

    @GetMapping("/plans/{year}/items/{itemId}")
    @Allowed({
        Readers.PLANNING_OFFICER,
        Readers.SCHOOL_BOARD,
        Readers.CITY_ORG_BOARD,
        Readers.CITY_PROPAGANDA_BOARD,
        Readers.DISTRICT_COMMITTEE,
        Readers.ADMISSIONS_OFFICER,
        Readers.AUDITOR
    })
    String one(@PathVariable int year, @PathVariable String itemId, Model model) {
        var item = scope.item(year, itemId);
        model.addAttribute("plan", scope.plan(year));
        model.addAttribute("item", item);
        model.addAttribute("line", ItemLine.of(item, register));
        model.addAttribute("terms", item.promise());
        model.addAttribute("received", words.document(item.receivedDocument()));
        model.addAttribute(
                "codes",
                stock.codes(item.classes().stream().map(LinkedClass::classId).toList()));
        model.addAttribute("givenUp", item.givenUp().stream().map(this::givenUp).toList());
        rolls.excesses(List.of(item)).forEach((id, enrolled) -> {
            model.addAttribute("excess", enrolled);
            model.addAttribute("excessAmendment", DistrictRolls.amendment(item, enrolled));
        });
        model.addAttribute("amendments", amendments.ofItem(itemId));
        model.addAttribute("today", formats.today());
        model.addAttribute(
                "timeline",
                timelines.of(new PlanItemId(itemId)).stream()
                        .map(sentences::entry)
                        .map(entry -> scope.seesAll() ? entry : entry.technical(null))
                        .toList());
        return "plans/item";
    }

    @GetMapping("/plans/{year}/items/new")
    @Allowed(Readers.PLANNING_OFFICER)
    String add(@PathVariable int year, Model model) {
        model.addAttribute("plan", scope.plan(year));
        model.addAttribute("today", formats.today());
        return "plans/item-new";
    }

    @PostMapping("/plans/{year}/items")
    @Allowed(Readers.PLANNING_OFFICER)
    String add(@PathVariable int year) {
        var typed = orders.fields();
        var effectiveOn = orders.effective(typed);
        var outcome = orders.send(new AddPlanItem(plan(year), terms.of(typed), effectiveOn));
        toasts.done("plan.item.added", String.valueOf(outcome.result()));
        return "redirect:/plans/" + year;
    }

    @GetMapping("/plans/{year}/items/{itemId}/edit")
    @Allowed(Readers.PLANNING_OFFICER)
    String edit(@PathVariable int year, @PathVariable String itemId, Model model) {
        model.addAttribute("plan", scope.plan(year));
        model.addAttribute("item", scope.item(year, itemId));
        model.addAttribute("form", ItemForm.of(scope.item(year, itemId).promise()));
        model.addAttribute("today", formats.today());
        return "plans/item-edit";
    }

    @PostMapping("/plans/{year}/items/{itemId}")
    @Allowed(Readers.PLANNING_OFFICER)
    String change(@PathVariable int year, @PathVariable String itemId) {
        var typed = orders.fields();
        var effectiveOn = orders.effective(typed);
        orders.send(new ChangePlanItem(plan(year), PlanItemApi.item(year, itemId), terms.of(typed), effectiveOn));
        return done("plan.item.changed", year, itemId);
    }

    @PostMapping("/plans/{year}/items/{itemId}/removal")
    @Allowed(Readers.PLANNING_OFFICER)
    String remove(@PathVariable int year, @PathVariable String itemId) {
        var typed = orders.fields();
        var effectiveOn = orders.effective(typed);
        typed.check();
        orders.send(new RemovePlanItem(plan(year), PlanItemApi.item(year, itemId), effectiveOn));
        toasts.done("plan.item.removed", itemId);
        return "redirect:/plans/" + year;
    }

    @PostMapping("/plans/{year}/items/{itemId}/unfulfillment")
    @Allowed(Readers.PLANNING_OFFICER)
    String giveUp(@PathVariable int year, @PathVariable String itemId) {
        var typed = orders.fields();
        int classes = typed.integer("classes", 1, 1_000);
        var learners = learners(typed);
        var reason = typed.requiredChoice("reasonCode", UnfulfilledReason.class);
        var reasonText = typed.text("reasonText");
        if (reason == UnfulfilledReason.OTHER && reasonText == null) {
            typed.reject("reasonText", "error.required");
        }
        var effectiveOn = orders.effective(typed);
        var paper = Papers.optional(typed);
        orders.send(new MarkUnfulfilled(
                plan(year),
                PlanItemApi.item(year, itemId),
                classes,
                learners,
                reason,
                reasonText,
                null,
                paper,
                effectiveOn));
        return done("plan.item.givenUp", year, itemId);
    }

    @PostMapping("/plans/{year}/items/{itemId}/awaited-document")
    @Allowed({Readers.PLANNING_OFFICER, Readers.CITY_ORG_BOARD, Readers.CITY_PROPAGANDA_BOARD})
    String receive(@PathVariable int year, @PathVariable String itemId) {
        var typed = orders.fields();
        var effectiveOn = orders.effective(typed);
        var paper = Papers.required(typed);
        orders.send(new RecordAwaitedDocument(plan(year), PlanItemApi.item(year, itemId), paper, effectiveOn));
        return done("plan.item.received", year, itemId);
    }

    @PostMapping("/plans/{year}/items/{itemId}/clarification")
    @Allowed({Readers.PLANNING_OFFICER, Readers.CITY_ORG_BOARD, Readers.CITY_PROPAGANDA_BOARD})
    String clarify(@PathVariable int year, @PathVariable String itemId) {
        var typed = orders.fields();
        int learners = typed.integer("quotaLearners", 1, MOST_LEARNERS);
        var effectiveOn = orders.effective(typed);
        var paper = Papers.required(typed);
        orders.send(new ClarifyQuota(plan(year), PlanItemApi.item(year, itemId), learners, paper, effectiveOn));
        return done("plan.item.clarified", year, itemId);
    }

    /** A part given up, with its paper in words. */
    public record GivenUpLine(PlanItemRow.GivenUp part, String document) {}

    private GivenUpLine givenUp(PlanItemRow.GivenUp part) {
        var paper = words.document(part.document());
        return new GivenUpLine(part, paper == null ? "–" : paper);
    }

    private static @Nullable Integer learners(Fields typed) {
        return typed.text("learners") == null ? null : Integer.valueOf(typed.integer("learners", 0, MOST_LEARNERS));
    }

    private String done(String message, int year, String itemId) {
        toasts.done(message, itemId);
        return "redirect:/plans/" + year + "/items/" + itemId;
    }

    private static PlanId plan(int year) {
        return PlanId.of(new PlanYear(year));
    }
}
