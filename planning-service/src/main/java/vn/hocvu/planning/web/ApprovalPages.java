package vn.hocvu.planning.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.hocvu.planning.offplanrequest.OffPlanPhase;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.platform.webkit.Allowed;
import vn.hocvu.platform.webkit.CurrentActor;
import vn.hocvu.platform.webkit.Formats;

/** What waits for a decision: plans to be submitted, approved or allocated, and amendments. */
@Controller
@Allowed({Readers.PLANNING_OFFICER, Readers.SCHOOL_BOARD, Readers.CITY_ORG_BOARD})
class ApprovalPages {
    private final AmendmentLines lines;
    private final OffPlanScope offPlan;
    private final PlanScope scope;
    private final CurrentActor person;
    private final Formats formats;

    ApprovalPages(AmendmentLines lines, OffPlanScope offPlan, PlanScope scope, CurrentActor person, Formats formats) {
        this.offPlan = offPlan;
        this.lines = lines;
        this.scope = scope;
        this.person = person;
        this.formats = formats;
    }

    /**
     * A plan that waits for a step.
     *
     * @param step      {@code submit}, {@code approve} or {@code allocate}
     * @param mine      true if the person signed in may take the step
     * @param own       true if the person worked on the draft and therefore may not approve it
     * @param before    last year's sums, to see the difference
     */
    public record Waiting(PlanRow plan, PlanSums sums, PlanSums before, String step, boolean mine, boolean own) {
        public int moreClasses() {
            return sums.classes() - before.classes();
        }

        public int moreLearners() {
            return sums.learners() - before.learners();
        }
    }

    @GetMapping("/approvals")
    String waiting(Model model) {
        var waiting = waiting();
        var amendments = lines.open();
        var mine = amendments.stream().filter(AmendmentLine::mine).toList();
        model.addAttribute("waiting", waiting);
        model.addAttribute("amendments", amendments);
        model.addAttribute(
                "every", mine.stream().filter(AmendmentLine::approvable).count());
        var reported = offPlan.all().stream()
                .filter(row -> row.phase() == OffPlanPhase.REPORTED)
                .map(offPlan::line)
                .toList();
        model.addAttribute("offPlan", reported);
        model.addAttribute(
                "mine",
                (person.has(Readers.SCHOOL_BOARD) ? reported.size() : 0)
                        + mine.size()
                        + waiting.stream().filter(Waiting::mine).count());
        model.addAttribute("today", formats.today());
        return "plans/approvals";
    }

    private List<Waiting> waiting() {
        return scope.plans().stream()
                .filter(plan -> plan.phase().compareTo(PlanPhase.ALLOCATED) < 0)
                .map(this::waiting)
                .sorted(Comparator.comparing((Waiting w) -> !w.mine())
                        .thenComparingInt(w -> w.plan().year()))
                .toList();
    }

    private Waiting waiting(PlanRow plan) {
        boolean own = plan.proposers().contains(person.get().userId());
        var step = step(plan);
        boolean mine = switch (step) {
            case "submit" -> person.has(Readers.PLANNING_OFFICER);
            case "approve" -> person.has(Readers.CITY_ORG_BOARD) && !own;
            default -> person.has(Readers.CITY_ORG_BOARD, Readers.PLANNING_OFFICER);
        };
        return new Waiting(plan, sums(plan.year()), sums(plan.year() - 1), step, mine, own);
    }

    private PlanSums sums(int year) {
        return scope.plans().stream()
                .filter(plan -> plan.year() == year)
                .findFirst()
                .map(plan -> PlanSums.of(scope.items(plan)))
                .orElse(PlanSums.of(List.of()));
    }

    private static String step(PlanRow plan) {
        return switch (plan.phase()) {
            case DRAFT -> "submit";
            case SUBMITTED -> "approve";
            case APPROVED, ALLOCATED, CLOSED -> "allocate";
        };
    }
}
