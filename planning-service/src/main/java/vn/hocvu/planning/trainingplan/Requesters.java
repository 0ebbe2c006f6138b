package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.PlanItemNotFound;

/** The city propaganda board knows only of the items it asked for. */
final class Requesters {
    private Requesters() {}

    static PlanItem require(PlanItem item, @Nullable String role, @Nullable String organization) {
        var requester = item.terms().requesterOrgId();
        boolean own = requester != null && requester.value().equals(organization);
        if (PlanRights.CITY_PROPAGANDA_BOARD.equals(role) && !own) {
            throw new PlanItemNotFound(item.id());
        }
        return item;
    }
}
