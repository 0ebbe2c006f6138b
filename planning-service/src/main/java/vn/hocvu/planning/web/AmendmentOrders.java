package vn.hocvu.planning.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.trainingplan.AmendmentId;
import vn.hocvu.planning.trainingplan.AmendmentKind;
import vn.hocvu.planning.trainingplan.AmendmentReason;
import vn.hocvu.planning.trainingplan.PlanCommand.ApproveAmendment;
import vn.hocvu.planning.trainingplan.PlanCommand.ProposeAmendment;
import vn.hocvu.planning.trainingplan.PlanCommand.RejectAmendment;
import vn.hocvu.planning.trainingplan.PlanCommand.WithdrawAmendment;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.views.amendments.AmendmentRow;
import vn.hocvu.platform.webkit.Fields;

/** Turns the forms of amendments into orders. */
@Component
class AmendmentOrders {
    private final PlanOrders orders;
    private final AmendmentTerms terms;

    AmendmentOrders(PlanOrders orders, AmendmentTerms terms) {
        this.orders = orders;
        this.terms = terms;
    }

    /** Answers the number of the amendment. */
    String propose(PlanId planId, @Nullable PlanItemId itemId, Fields typed) {
        var kind = itemId == null ? AmendmentKind.ADD_ITEM : typed.requiredChoice("kind", AmendmentKind.class);
        var before = itemId == null ? null : AmendmentTerms.before(typed);
        var reason = typed.requiredChoice("reasonCode", AmendmentReason.class);
        var text = typed.text("reasonText");
        if (reason == AmendmentReason.OTHER && text == null) {
            typed.reject("reasonText", "error.required");
        }
        var effectiveOn = orders.effective(typed);
        var paper = Papers.proposed(typed);
        var after = after(kind, before, typed);
        var order = new ProposeAmendment(planId, kind, itemId, before, after, reason, text, paper.get(), effectiveOn);
        return String.valueOf(orders.send(order).result());
    }

    private @Nullable PlanItemTerms after(AmendmentKind kind, @Nullable PlanItemTerms before, Fields typed) {
        var after = before == null ? terms.added(typed) : terms.after(kind, before, typed);
        typed.check();
        return after;
    }

    void approve(AmendmentRow row, Fields typed) {
        var effectiveOn = orders.effective(typed);
        var paper = last(row) ? Papers.required(typed) : Papers.optional(typed);
        orders.send(new ApproveAmendment(planId(row), id(row), paper, effectiveOn));
    }

    void reject(AmendmentRow row, Fields typed) {
        var comments = typed.required("comments");
        var effectiveOn = orders.effective(typed);
        typed.check();
        orders.send(new RejectAmendment(planId(row), id(row), comments, effectiveOn));
    }

    void withdraw(AmendmentRow row, Fields typed) {
        var effectiveOn = orders.effective(typed);
        typed.check();
        orders.send(new WithdrawAmendment(planId(row), id(row), effectiveOn));
    }

    /** True if the plan is amended by the next step, which therefore needs its paper. */
    static boolean last(AmendmentRow row) {
        return row.next() == row.asked().steps().getLast();
    }

    static PlanId planId(AmendmentRow row) {
        return new PlanId(row.planId());
    }

    static AmendmentId id(AmendmentRow row) {
        return new AmendmentId(row.amendmentId());
    }
}
