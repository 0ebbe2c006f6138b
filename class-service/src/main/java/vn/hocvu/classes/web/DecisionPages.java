package vn.hocvu.classes.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.hocvu.classes.trainingclass.ClassCommand;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassId;
import vn.hocvu.classes.trainingclass.LearnerOutcome;
import vn.hocvu.classes.trainingclass.Result;
import vn.hocvu.classes.views.classes.ClassRow;
import vn.hocvu.classes.views.classes.Classes;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Confirmation;
import vn.hocvu.platform.webkit.Confirmation.Answer;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Document;
import vn.hocvu.platform.webkit.Formats;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.Toasts;
import vn.hocvu.platform.webkit.jobs.Job;

/** What the school board signs: opening, graduation, closure, cancellation, termination; each checked once more. */
@Controller
@Allowed(Readers.SCHOOL_BOARD)
class DecisionPages {
    private final Classes classes;
    private final ClassScope scope;
    private final ClassOrders orders;
    private final OutcomeImports imports;
    private final Endings endings;
    private final Requests requests;
    private final Confirmation confirmation;
    private final CurrentActor current;
    private final Toasts toasts;
    private final Formats formats;

    DecisionPages(
            Classes classes,
            ClassScope scope,
            ClassOrders orders,
            OutcomeImports imports,
            Endings endings,
            Requests requests,
            Confirmation confirmation,
            CurrentActor current,
            Toasts toasts,
            Formats formats) {
        this.classes = classes;
        this.scope = scope;
        this.orders = orders;
        this.imports = imports;
        this.endings = endings;
        this.requests = requests;
        this.confirmation = confirmation;
        this.current = current;
        this.toasts = toasts;
        this.formats = formats;
    }

    /** A class that waits, with what was checked. */
    record Waiting(ClassRow row, List<Checks.Check> checks) {}

    @GetMapping("/decisions")
    String list(Model model) {
        var waiting = classes.waitingFor(current.get().roles(), Map.of()).stream()
                .map(row -> new Waiting(row, Checks.of(row)))
                .toList();
        model.addAttribute("waiting", waiting);
        return "decisions/list";
    }

    @GetMapping("/decisions/{id}")
    String decide(
            @PathVariable String id,
            @RequestParam(name = "outcomes", required = false) @Nullable String chosen,
            Model model) {
        var row = scope.visible(id);
        model.addAttribute("row", row);
        model.addAttribute("p", row.proposed());
        model.addAttribute("classId", id);
        model.addAttribute("version", row.version());
        model.addAttribute("checks", Checks.of(row));
        model.addAttribute("today", orders.today());
        model.addAttribute("outcomesJobId", chosen == null ? newestImport(id) : chosen);
        return "decisions/detail";
    }

    @PostMapping("/classes/{id}/opening")
    String open(@PathVariable String id, Model model) {
        var typed = requests.fields();
        var paper = typed.requiredDocument("decision");
        var on = typed.requiredDate("effectiveOn");
        typed.check();
        var order = new OpenClass(new ClassId(id), Paper.of(paper, "decision"), on);
        if (!confirmation.given()) {
            var row = scope.visible(id);
            var enrolled =
                    row.recruiting().enrolled() == null ? 0 : row.recruiting().enrolled();
            return confirmation.ask(
                    model,
                    "class.open.title|" + row.proposed().classCode(),
                    "class.open.submit",
                    List.of(
                            decision(paper),
                            new Answer("class.effectiveOn", formats.date(on)),
                            new Answer("class.enrolled", formats.number(enrolled))),
                    List.of("class.open.consequence|" + enrolled, "class.open.final"));
        }
        return done(order, "class.open.done");
    }

    @PostMapping("/classes/{id}/graduation")
    String graduate(@PathVariable String id, Model model) {
        var typed = requests.fields();
        var paper = typed.requiredDocument("decision");
        var ceremony = typed.date("closingCeremonyOn");
        var on = typed.requiredDate("effectiveOn");
        var job = typed.required("outcomesJobId");
        typed.check();
        var outcomes = imports.outcomes(job, id);
        if (!confirmation.given()) {
            return ask(model, id, "graduate", paper, outcomes, Result.GRADUATED);
        }
        return done(
                new GraduateClass(new ClassId(id), Paper.of(paper, "decision"), ceremony, outcomes, on),
                "class.graduate.done");
    }

    @PostMapping("/classes/{id}/closure")
    String close(@PathVariable String id, Model model) {
        var typed = requests.fields();
        var paper = typed.requiredDocument("decision");
        var on = typed.requiredDate("effectiveOn");
        var job = typed.required("outcomesJobId");
        typed.check();
        var outcomes = imports.outcomes(job, id);
        if (!confirmation.given()) {
            return ask(model, id, "close", paper, outcomes, Result.COMPLETED);
        }
        return done(new CloseClass(new ClassId(id), Paper.of(paper, "decision"), outcomes, on), "class.close.done");
    }

    @PostMapping("/classes/{id}/cancellation")
    String cancel(@PathVariable String id, Model model) {
        var typed = requests.fields();
        var reason = TypedReason.of(typed);
        var paper = typed.requiredDocument("document");
        var on = typed.requiredDate("effectiveOn");
        boolean returned = typed.checked("quotaReturned");
        typed.check();
        var enrolled = endings.enrolled(id);
        if (!confirmation.given()) {
            return confirmation.ask(
                    model,
                    "class.cancel.title|" + scope.visible(id).proposed().classCode(),
                    "class.cancel.submit",
                    List.of(decision(paper), new Answer("class.effectiveOn", formats.date(on))),
                    List.of(
                            "class.cancel.learners|" + enrolled.count(),
                            returned ? "class.cancel.returned" : "class.cancel.unfulfilled",
                            "class.open.final"));
        }
        return done(
                new CancelClass(new ClassId(id), reason.checked(), returned, enrolled, Paper.of(paper, "document"), on),
                "class.cancel.done");
    }

    @PostMapping("/classes/{id}/termination")
    String terminate(@PathVariable String id, Model model) {
        var typed = requests.fields();
        var reason = TypedReason.of(typed);
        var paper = typed.requiredDocument("document");
        var on = typed.requiredDate("effectiveOn");
        typed.check();
        var enrolled = endings.enrolled(id);
        if (!confirmation.given()) {
            return confirmation.ask(
                    model,
                    "class.terminate.title|" + scope.visible(id).proposed().classCode(),
                    "class.terminate.submit",
                    List.of(decision(paper), new Answer("class.effectiveOn", formats.date(on))),
                    List.of("class.terminate.learners|" + enrolled.count(), "class.open.final"));
        }
        return done(
                new TerminateClass(new ClassId(id), reason.checked(), enrolled, Paper.of(paper, "document"), on),
                "class.terminate.done");
    }

    private String ask(Model model, String id, String act, Document paper, List<LearnerOutcome> outcomes, Result good) {
        long passed = outcomes.stream().filter(o -> o.outcome() == good).count();
        return confirmation.ask(
                model,
                "class." + act + ".title|" + scope.visible(id).proposed().classCode(),
                "class." + act + ".submit",
                List.of(decision(paper), new Answer("class.finalRoll", formats.number(outcomes.size()))),
                List.of(
                        "class." + act + ".consequence|" + passed + "|" + (outcomes.size() - passed),
                        "class.open.final"));
    }

    private @Nullable String newestImport(String id) {
        return imports.mine(id).stream().map(Job::id).findFirst().orElse(null);
    }

    private Answer decision(Document paper) {
        return new Answer("class.decision", paper.number() + ", " + formats.date(paper.date()) + ", " + paper.issuer());
    }

    private String done(ClassCommand order, String messageKey) {
        orders.give(order);
        toasts.done(messageKey);
        return "redirect:/classes/" + order.classId();
    }
}
