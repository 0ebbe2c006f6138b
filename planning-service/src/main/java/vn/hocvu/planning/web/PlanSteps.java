package vn.hocvu.planning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.PlanPhase;
import vn.hocvu.planning.views.plans.PlanRow;
import vn.hocvu.platform.webkit.Step;

/** The life of a plan as a line of stations. */
@Component
class PlanSteps {
    private final Words words;

    PlanSteps(Words words) {
        this.words = words;
    }

    List<Step> of(PlanRow plan) {
        var steps = new ArrayList<Step>();
        for (var phase : PlanPhase.values()) {
            steps.add(new Step(words.code("planPhase", phase), state(phase, plan.phase()), day(phase, plan)));
        }
        return steps;
    }

    private static String state(PlanPhase station, PlanPhase now) {
        if (station == now) {
            return now == PlanPhase.CLOSED ? "done" : "current";
        }
        return station.compareTo(now) < 0 ? "done" : "next";
    }

    private @Nullable String day(PlanPhase station, PlanRow plan) {
        if (station.compareTo(plan.phase()) > 0) {
            return null;
        }
        LocalDate day = switch (station) {
            case DRAFT -> null;
            case SUBMITTED -> plan.submittedOn();
            case APPROVED -> plan.approvedOn();
            case ALLOCATED -> plan.allocatedOn();
            case CLOSED -> plan.closedOn();
        };
        return day == null ? null : words.date(day);
    }
}
