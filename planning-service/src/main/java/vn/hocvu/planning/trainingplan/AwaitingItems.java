package vn.hocvu.planning.trainingplan;

import vn.hocvu.planning.trainingplan.PlanRefusal.WrongState;

/** A paper is recorded only where one is awaited. */
final class AwaitingItems {
    private AwaitingItems() {}

    static PlanItem require(PlanItem item) {
        if (!item.awaiting()) {
            throw new WrongState(item.fulfilment().state(), "AWAITING_DOCUMENT");
        }
        return item;
    }
}
