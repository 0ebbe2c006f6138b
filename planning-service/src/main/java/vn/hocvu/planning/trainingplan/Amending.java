package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanCommand.*;
import vn.hocvu.planning.trainingplan.PlanEvent.*;
import vn.hocvu.planning.trainingplan.PlanRefusal.*;

/** P3: an allocated plan changes by amendment, which has before, after, reason and document, and two persons at least. */
final class Amending {
    private Amending() {}

    static AmendmentProposed proposed(
            PlanState state, ProposeAmendment order, AmendmentThreshold threshold, @Nullable String role) {
        var year = order.planId().year();
        Phases.require(year, state.phase(), PlanPhase.ALLOCATED);
        year.requireDay(order.effectiveOn());
        var change = new AmendmentChange(order.kind(), order.itemId(), order.before(), order.after());
        change.require(year);
        change.requireStillFits(state);
        return new AmendmentProposed(
                order.planId(),
                AmendmentId.of(year, state.amendments().ever() + 1),
                order.kind(),
                order.itemId(),
                order.before(),
                order.after(),
                AmendmentReason.required(order.reasonCode(), order.reasonText()),
                order.reasonText(),
                DocumentRef.required(order.document()),
                threshold.steps(change, role),
                order.effectiveOn());
    }

    /** What an approval leads to: the amended plan, or the wait for whoever has to agree next. */
    static PlanEvent approved(PlanState state, ApproveAmendment order, @Nullable String role, @Nullable String person) {
        var pending = open(state, order.planId(), order.amendmentId());
        var step = pending.requireTurnOf(role, person);
        order.planId().year().requireDay(order.effectiveOn());
        var change = pending.change();
        change.requireStillFits(state);
        if (!pending.endsWith(step)) {
            return new AmendmentEndorsed(
                    order.planId(), pending.id(), change.itemId(), step, order.document(), order.effectiveOn());
        }
        return new PlanAmended(
                order.planId(),
                pending.id(),
                change.kind(),
                change.itemId() == null ? state.nextItemId(order.planId().year()) : change.itemId(),
                change.before(),
                change.after(),
                pending.reasonCode(),
                DocumentRef.required(order.document()),
                pending.with(new Approver(person == null ? "" : person, step)),
                order.effectiveOn());
    }

    static AmendmentRejected rejected(
            PlanState state, RejectAmendment order, @Nullable String role, @Nullable String person) {
        var pending = open(state, order.planId(), order.amendmentId());
        pending.requireTurnOf(role, person);
        if (order.comments().isBlank()) {
            throw new ReasonMissing("comments");
        }
        return new AmendmentRejected(
                order.planId(), pending.id(), pending.change().itemId(), order.comments(), order.effectiveOn());
    }

    static AmendmentWithdrawn withdrawn(PlanState state, WithdrawAmendment order, @Nullable String person) {
        var pending = open(state, order.planId(), order.amendmentId());
        if (pending.proposer() != null && !pending.proposer().equals(person)) {
            throw new NotTheProposer(pending.proposer());
        }
        return new AmendmentWithdrawn(
                order.planId(), pending.id(), pending.change().itemId(), order.effectiveOn());
    }

    private static PendingAmendment open(PlanState state, PlanId planId, AmendmentId id) {
        Phases.require(planId.year(), state.phase(), PlanPhase.ALLOCATED);
        return state.amendments().open(id);
    }
}
