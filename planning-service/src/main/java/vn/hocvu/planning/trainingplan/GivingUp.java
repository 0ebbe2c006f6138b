package vn.hocvu.planning.trainingplan;

import vn.hocvu.planning.trainingplan.PlanCommand.MarkUnfulfilled;
import vn.hocvu.planning.trainingplan.PlanEvent.PlanItemUnfulfilled;
import vn.hocvu.planning.trainingplan.PlanRefusal.ItemSettled;
import vn.hocvu.planning.trainingplan.PlanRefusal.QuotaExceeded;
import vn.hocvu.planning.trainingplan.PlanRefusal.QuotaInvalid;

/**
 * Classes are given up with a reason, and never more than are left: those nobody has asked for, or the one place that
 * a cancelled class held.
 */
final class GivingUp {
    private GivingUp() {}

    /** What the plan loses with it. */
    static PlanItemUnfulfilled of(PlanItem item, MarkUnfulfilled order) {
        var reason = UnfulfilledReason.required(order.reasonCode(), order.reasonText());
        requireClasses(item, order);
        return new PlanItemUnfulfilled(
                order.planId(),
                item.id(),
                order.classes(),
                learners(item, order),
                reason,
                order.reasonText(),
                order.classId(),
                order.document(),
                item.terms().funding().orgId(),
                item.terms().requesterOrgId(),
                order.effectiveOn());
    }

    private static int learners(PlanItem item, MarkUnfulfilled order) {
        if (order.learners() == null) {
            return item.terms().quota().learnersOf(order.classes());
        }
        requireLearners(item, order.learners());
        return order.learners();
    }

    private static void requireClasses(PlanItem item, MarkUnfulfilled order) {
        if (order.classes() < 1) {
            throw new QuotaInvalid("classes", order.classes());
        }
        if (item.fulfilment().settled()) {
            throw new ItemSettled(item.id());
        }
        int left = order.classId() == null ? item.fulfilment().remaining() : 1;
        if (order.classes() > left) {
            throw new QuotaExceeded(item.id(), order.classes(), left);
        }
    }

    private static void requireLearners(PlanItem item, int learners) {
        if (learners < 0) {
            throw new QuotaInvalid("learners", learners);
        }
        var planned = item.terms().quota().learners();
        if (planned != null && learners > planned - item.unfulfilledLearners()) {
            throw new QuotaExceeded(item.id(), learners, planned - item.unfulfilledLearners());
        }
    }
}
