package vn.hocvu.planning.trainingplan;

import vn.hocvu.planning.trainingplan.PlanCommand.ClarifyQuota;
import vn.hocvu.planning.trainingplan.PlanEvent.QuotaClarified;
import vn.hocvu.planning.trainingplan.PlanRefusal.WrongState;

/** A number of learners that could be read in several ways is settled once, under a document; the classes stay. */
final class Clarifying {
    private Clarifying() {}

    static QuotaClarified of(PlanItem item, ClarifyQuota order) {
        var before = item.terms();
        if (!before.quota().isAmbiguous()) {
            throw new WrongState(LearnersScope.EXPLICIT, LearnersScope.AMBIGUOUS);
        }
        var after = before.with(Quota.explicit(before.quota().classes(), order.learners()));
        return new QuotaClarified(
                order.planId(), item.id(), before, after, DocumentRef.required(order.document()), order.effectiveOn());
    }
}
