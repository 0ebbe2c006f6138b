package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.PlanItemNotFound;
import vn.hocvu.planning.trainingplan.PlanRefusal.WrongState;

/** A paper is recorded only where one is awaited; the city propaganda board knows only of the items it asked for. */
final class AwaitingItems {
    private AwaitingItems() {}

    static PlanItem require(PlanItem item, @Nullable String role, @Nullable String organization) {
        var requester = item.terms().requesterOrgId();
        boolean own = requester != null && requester.value().equals(organization);
        if (PlanRights.CITY_PROPAGANDA_BOARD.equals(role) && !own) {
            throw new PlanItemNotFound(item.id());
        }
        if (!item.awaiting()) {
            throw new WrongState(item.fulfilment().state(), "AWAITING_DOCUMENT");
        }
        return item;
    }
}
