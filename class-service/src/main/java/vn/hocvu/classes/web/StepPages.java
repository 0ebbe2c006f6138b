package vn.hocvu.classes.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.classes.trainingclass.ClassCommand;
import vn.hocvu.classes.trainingclass.ClassCommand.*;
import vn.hocvu.classes.trainingclass.ClassId;
import vn.hocvu.classes.trainingclass.Periods;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Requests;
import vn.hocvu.platform.webkit.Toasts;

/** The steps of a class that can be taken on its page at once. */
@Controller
@Allowed(Readers.SCHOOL_BOARD)
class StepPages {
    private final ClassOrders orders;
    private final Requests requests;
    private final Toasts toasts;

    StepPages(ClassOrders orders, Requests requests, Toasts toasts) {
        this.orders = orders;
        this.requests = requests;
        this.toasts = toasts;
    }

    @PostMapping("/classes/{id}/recruiting")
    @Allowed(Readers.PLANNING_OFFICER)
    String recruit(@PathVariable String id) {
        var typed = requests.fields();
        var order =
                new StartRecruiting(new ClassId(id), typed.requiredDate("deadline"), typed.requiredDate("effectiveOn"));
        typed.check();
        return done(order, "class.recruit.done");
    }

    @PostMapping("/classes/{id}/recruiting-extension")
    String extend(@PathVariable String id) {
        var typed = requests.fields();
        var order = new ExtendRecruiting(
                new ClassId(id), typed.requiredDate("deadline"), typed.requiredDate("effectiveOn"));
        typed.check();
        return done(order, "class.extend.done");
    }

    @PostMapping("/classes/{id}/minimum-override")
    String override(@PathVariable String id) {
        var typed = requests.fields();
        var paper = typed.requiredDocument("document");
        var on = typed.requiredDate("effectiveOn");
        typed.check();
        return done(new OverrideMinimum(new ClassId(id), Paper.of(paper, "document"), on), "class.override.done");
    }

    @PostMapping("/classes/{id}/readiness")
    @Allowed(Readers.PLANNING_OFFICER)
    String ready(@PathVariable String id) {
        var typed = requests.fields();
        var order = new ConfirmReadiness(new ClassId(id), typed.requiredDate("effectiveOn"));
        typed.check();
        return done(order, "class.ready.done");
    }

    @PostMapping("/classes/{id}/opening-ceremony")
    @Allowed(Readers.PLANNING_OFFICER)
    String ceremony(@PathVariable String id) {
        var typed = requests.fields();
        var heldOn = typed.requiredDate("heldOn");
        typed.check();
        return done(new HoldOpeningCeremony(new ClassId(id), heldOn, heldOn), "class.ceremony.done");
    }

    @PostMapping("/classes/{id}/teaching")
    @Allowed(Readers.PLANNING_OFFICER)
    String teach(@PathVariable String id) {
        var typed = requests.fields();
        var order = new StartTeaching(new ClassId(id), typed.requiredDate("effectiveOn"));
        typed.check();
        return done(order, "class.teach.done");
    }

    @PostMapping("/classes/{id}/suspension")
    String suspend(@PathVariable String id) {
        var typed = requests.fields();
        var reason = TypedReason.of(typed);
        var paper = typed.requiredDocument("document");
        var on = typed.requiredDate("effectiveOn");
        typed.check();
        return done(
                new SuspendClass(new ClassId(id), reason.checked(), Paper.of(paper, "document"), on),
                "class.suspend.done");
    }

    @PostMapping("/classes/{id}/resumption")
    String resume(@PathVariable String id) {
        var typed = requests.fields();
        var paper = typed.document("document");
        var on = typed.requiredDate("effectiveOn");
        typed.check();
        return done(new ResumeClass(new ClassId(id), Paper.ofNullable(paper, "document"), on), "class.resume.done");
    }

    @PostMapping("/classes/{id}/teaching-completion")
    @Allowed(Readers.PLANNING_OFFICER)
    String complete(@PathVariable String id) {
        var typed = requests.fields();
        var periods = typed.integer("deliveredPeriods", 1, 5_000);
        var paper = typed.requiredDocument("document");
        var on = typed.requiredDate("effectiveOn");
        typed.check();
        return done(
                new CompleteTeaching(new ClassId(id), new Periods(periods), Paper.of(paper, "document"), on),
                "class.complete.done");
    }

    private String done(ClassCommand order, String messageKey) {
        orders.give(order);
        toasts.done(messageKey);
        return "redirect:/classes/" + order.classId();
    }
}
