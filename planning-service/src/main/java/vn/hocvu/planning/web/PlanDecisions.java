package vn.hocvu.planning.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.hocvu.planning.trainingplan.ConfirmedTotals;
import vn.hocvu.planning.trainingplan.PlanCommand.AllocatePlan;
import vn.hocvu.planning.trainingplan.PlanCommand.ApprovePlan;
import vn.hocvu.planning.trainingplan.PlanCommand.ClosePlanYear;
import vn.hocvu.planning.trainingplan.PlanCommand.ReturnPlan;
import vn.hocvu.planning.trainingplan.PlanCommand.SubmitPlan;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.views.classstock.ClassStock;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.Confirmation;
import vn.hocvu.platform.webkit.Confirmation.Answer;
import vn.hocvu.platform.webkit.Fields;
import vn.hocvu.platform.webkit.Toasts;

/** The decisions about a year's plan, each by its form. */
@Controller
class PlanDecisions {
    private final PlanOrders orders;
    private final PlanScope scope;
    private final ClassStock stock;
    private final Confirmation confirmation;
    private final Toasts toasts;
    private final Words words;

    PlanDecisions(
            PlanOrders orders,
            PlanScope scope,
            ClassStock stock,
            Confirmation confirmation,
            Toasts toasts,
            Words words) {
        this.orders = orders;
        this.scope = scope;
        this.stock = stock;
        this.confirmation = confirmation;
        this.toasts = toasts;
        this.words = words;
    }

    @PostMapping("/plans/{year}/submission")
    @Allowed(Readers.PLANNING_OFFICER)
    String submit(@PathVariable int year) {
        var typed = orders.fields();
        var effectiveOn = orders.effective(typed);
        typed.check();
        orders.send(new SubmitPlan(plan(year), effectiveOn));
        return done("plan.submitted", year);
    }

    @PostMapping("/plans/{year}/return")
    @Allowed(Readers.CITY_ORG_BOARD)
    String giveBack(@PathVariable int year) {
        var typed = orders.fields();
        var comments = typed.required("comments");
        var effectiveOn = orders.effective(typed);
        typed.check();
        orders.send(new ReturnPlan(plan(year), comments, effectiveOn));
        return done("plan.returned", year);
    }

    @PostMapping("/plans/{year}/approval")
    @Allowed(Readers.CITY_ORG_BOARD)
    String approve(@PathVariable int year) {
        var typed = orders.fields();
        var effectiveOn = orders.effective(typed);
        var paper = Papers.required(typed);
        orders.send(new ApprovePlan(plan(year), paper, effectiveOn));
        return done("plan.approved", year);
    }

    @PostMapping("/plans/{year}/allocation")
    @Allowed({Readers.CITY_ORG_BOARD, Readers.PLANNING_OFFICER})
    String allocate(@PathVariable int year, Model model) {
        var typed = orders.fields();
        int classes = typed.integer("totalClasses", 0, Integer.MAX_VALUE);
        int learners = typed.integer("totalLearners", 0, Integer.MAX_VALUE);
        var effectiveOn = orders.effective(typed);
        var paper = Papers.required(typed);
        if (!confirmation.given()) {
            var sums = PlanSums.of(scope.items(scope.plan(year)));
            var answers = new ArrayList<>(List.of(
                    new Answer("plan.year", Integer.toString(year)),
                    new Answer("plan.items", words.number(sums.items())),
                    new Answer("plan.totalClasses", words.number(classes)),
                    new Answer("plan.totalLearners", words.number(learners)),
                    new Answer("plan.document", String.valueOf(words.document(paper))),
                    new Answer("plan.effectiveOn", words.date(effectiveOn))));
            sums.ambiguousFigures()
                    .forEach(figure -> answers.add(new Answer(
                            "plan.ambiguous",
                            words.text(
                                    "plan.ambiguous.line",
                                    words.number(figure.value()),
                                    figure.itemId().value()))));
            return confirmation.ask(
                    model,
                    "plan.allocate.question|" + year,
                    "plan.allocate.submit",
                    answers,
                    List.of("plan.allocate.consequence.slots", "plan.allocate.consequence.frozen"));
        }
        orders.send(new AllocatePlan(plan(year), paper, new ConfirmedTotals(classes, learners), effectiveOn));
        return done("plan.allocated", year);
    }

    @PostMapping("/plans/{year}/closure")
    @Allowed(Readers.SCHOOL_BOARD)
    String close(@PathVariable int year, Model model) {
        var typed = orders.fields();
        var effectiveOn = orders.effective(typed);
        var paper = Papers.optional(typed);
        if (!confirmation.given()) {
            return askToClose(year, typed, model);
        }
        orders.send(new ClosePlanYear(plan(year), paper, effectiveOn));
        return done("plan.closed", year);
    }

    private String askToClose(int year, Fields typed, Model model) {
        var sums = PlanSums.of(scope.items(scope.plan(year)));
        var out = stock.runningAtEndOf(new PlanYear(year).lastDay());
        return confirmation.ask(
                model,
                "plan.close.question|" + year,
                "plan.close.submit",
                List.of(
                        new Answer("plan.year", Integer.toString(year)),
                        new Answer("plan.totalClasses", words.number(sums.classes())),
                        new Answer("plan.opened", words.number(sums.opened())),
                        new Answer("plan.unfulfilled", words.number(sums.unfulfilled())),
                        new Answer(
                                "plan.carriedOut",
                                words.text("plan.stock", words.number(out.classes()), words.number(out.learners()))),
                        new Answer("plan.effectiveOn", String.valueOf(typed.text("effectiveOn")))),
                List.of("plan.close.consequence.final", "plan.close.consequence.carry"));
    }

    private String done(String message, int year) {
        toasts.done(message, Integer.toString(year));
        return "redirect:/plans/" + year;
    }

    private static PlanId plan(int year) {
        return PlanId.of(new PlanYear(year));
    }
}
