package vn.hocvu.classes.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.classes.trainingclass.StudyMode;
import vn.hocvu.classes.views.planitems.PlanItemRow;
import vn.hocvu.classes.views.planitems.PlanItemsView;
import vn.hocvu.platform.eventstore.Actor;
import vn.hocvu.platform.viewstore.RowQuery;
import vn.hocvu.platform.viewstore.Rows;
import vn.hocvu.platform.viewstore.Views;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Register;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.Toasts;

/** The form by which a class is proposed against an allocated plan item. */
@Controller
@Allowed({Readers.PLANNING_OFFICER, Readers.CENTER_ADMIN})
class ProposalPages {
    private final Rows<PlanItemRow> items;
    private final Register register;
    private final CurrentActor current;
    private final Proposals proposals;
    private final ClassOrders orders;
    private final Requests requests;
    private final Toasts toasts;
    private final MessageSource messages;

    ProposalPages(
            Views views,
            Register register,
            CurrentActor current,
            Proposals proposals,
            ClassOrders orders,
            Requests requests,
            Toasts toasts,
            MessageSource messages) {
        this.items = views.rows(PlanItemsView.class);
        this.register = register;
        this.current = current;
        this.proposals = proposals;
        this.orders = orders;
        this.requests = requests;
        this.toasts = toasts;
        this.messages = messages;
    }

    @GetMapping("/classes/new")
    String form(@RequestParam(required = false) @Nullable String planItemId, Model model) {
        var actor = current.get();
        model.addAttribute("items", items(actor));
        model.addAttribute("venues", venues(actor));
        model.addAttribute("studyModes", StudyMode.values());
        model.addAttribute("planItemId", planItemId);
        model.addAttribute("organizations", register.choices(Register.ORGANIZATIONS));
        model.addAttribute("today", orders.today());
        return "classes/new";
    }

    @PostMapping("/classes")
    String propose() {
        var typed = requests.fields();
        var wish = new Proposals.Wish(
                typed.required("classCode"),
                typed.required("planItemId"),
                typed.text("venueId"),
                typed.text("cohort"),
                typed.text("curriculum"),
                typed.choice("studyMode", StudyMode.class),
                typed.integer("plannedLearners"),
                typed.integer("minLearners"),
                typed.integer("seats"),
                typed.requiredDate("plannedStart"),
                typed.requiredDate("plannedEnd"),
                typed.all("participatingOrgIds"),
                typed.requiredDate("effectiveOn"));
        if (!wish.classCode().matches("[A-Z0-9]{1,10}(-[A-Z0-9]{1,10}){0,4}")
                && !wish.classCode().isEmpty()) {
            typed.reject("classCode", "class.error.code");
        }
        if (wish.plannedEnd().isBefore(wish.plannedStart())) {
            typed.reject("plannedEnd", "class.error.end");
        }
        typed.check();
        var order = proposals.of(wish);
        orders.give(order);
        toasts.done("class.propose.done", wish.classCode());
        return "redirect:/classes/" + order.classId();
    }

    /** Items of which a class may still be proposed; a centre sees those for its own house or any centre. */
    private Map<String, String> items(Actor actor) {
        var choices = new LinkedHashMap<String, String>();
        boolean all = ClassScope.wholeSchool(actor);
        items.page(RowQuery.where("open", true)).rows().stream()
                .filter(item -> all || isFor(item, actor.organization()))
                .sorted(java.util.Comparator.comparing(PlanItemRow::itemId).reversed())
                .forEach(item -> choices.put(item.itemId(), title(item)));
        return choices;
    }

    private boolean isFor(PlanItemRow item, @Nullable String organization) {
        var venue = item.allocatedAs().venueId();
        return venue == null
                ? item.allocatedAs().venueType().equals("CENTER")
                : register.find(Register.VENUES, venue)
                        .map(v -> v.attribute("ownerOrgId").equals(organization))
                        .orElse(false);
    }

    private String title(PlanItemRow item) {
        var a = item.allocatedAs();
        var venue =
                a.venueId() == null ? text("venueType." + a.venueType()) : register.name(Register.VENUES, a.venueId());
        return text("class.item", item.itemId(), text("classType." + a.classType()), venue, item.remaining());
    }

    private Map<String, String> venues(Actor actor) {
        var choices = new LinkedHashMap<String, String>();
        boolean all = ClassScope.wholeSchool(actor);
        register.all(Register.VENUES).stream()
                .filter(v -> all || v.attribute("ownerOrgId").equals(actor.organization()))
                .forEach(v -> choices.put(v.id(), v.name()));
        return choices;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
