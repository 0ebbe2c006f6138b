package vn.hocvu.planning.trainingplan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.WrongState;

/**
 * An amendment that waits for its decision.
 *
 * @param steps     who has to agree, in this order
 * @param proposer  who proposed it, absent if nobody was named
 * @param approvals who has agreed so far
 */
record PendingAmendment(
        AmendmentId id,
        AmendmentChange change,
        AmendmentReason reasonCode,
        List<AmendmentStep> steps,
        @Nullable String proposer,
        List<Approver> approvals) {
    PendingAmendment {
        steps = List.copyOf(steps);
        approvals = List.copyOf(approvals);
    }

    /** Refuses a decision by anybody else than the body whose turn it is, or by somebody who has had a hand in it. */
    AmendmentStep requireTurnOf(@Nullable String role, @Nullable String person) {
        var step = steps.get(approvals.size());
        if (!step.role().equals(role)) {
            throw new WrongState("AWAITS_" + step, "AWAITS_" + turnOf(role));
        }
        var involved = new ArrayList<>(approvals.stream().map(Approver::person).toList());
        if (proposer != null) {
            involved.add(proposer);
        }
        Segregation.require(involved, person);
        return step;
    }

    private static AmendmentStep turnOf(@Nullable String role) {
        return AmendmentStep.CITY.role().equals(role) ? AmendmentStep.CITY : AmendmentStep.SCHOOL;
    }

    /** True if nobody else has to agree after this step. */
    boolean endsWith(AmendmentStep step) {
        return steps.getLast() == step;
    }

    PendingAmendment approvedBy(Approver approver) {
        return new PendingAmendment(id, change, reasonCode, steps, proposer, with(approver));
    }

    List<Approver> with(Approver approver) {
        var all = new ArrayList<>(approvals);
        all.add(approver);
        return List.copyOf(all);
    }
}
