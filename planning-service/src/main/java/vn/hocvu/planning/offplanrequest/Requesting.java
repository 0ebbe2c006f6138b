package vn.hocvu.planning.offplanrequest;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.RequestOffPlanClass;
import vn.hocvu.planning.offplanrequest.OffPlanEvent.OffPlanClassRequested;
import vn.hocvu.planning.offplanrequest.OffPlanRefusal.OffPlanRequestNotFound;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;
import vn.hocvu.planning.trainingplan.PlanRefusal.QuotaInvalid;
import vn.hocvu.planning.trainingplan.PlanRefusal.ReasonMissing;
import vn.hocvu.planning.trainingplan.PlanRights;

/** A district or agency asks for itself; the planning officer writes down what an agency asked for on paper. */
final class Requesting {
    private static final int MOST_LEARNERS = 10_000;

    private Requesting() {}

    static OffPlanClassRequested of(RequestOffPlanClass order, @Nullable String role, @Nullable String organization) {
        if (!mayActFor(order.requesterOrgId(), role, organization)) {
            throw new Malformed("requesterOrgId", "the own organisation", order.requesterOrgId());
        }
        if (order.need().isBlank()) {
            throw new ReasonMissing("need");
        }
        if (order.learners() < 1 || order.learners() > MOST_LEARNERS) {
            throw new QuotaInvalid("learners", order.learners());
        }
        if (!order.classType().takes(order.category())) {
            throw new Malformed("category", "a field of that kind of class", order.category());
        }
        return new OffPlanClassRequested(
                order.requestId(),
                order.requesterOrgId(),
                order.classType(),
                order.category(),
                order.learners(),
                order.funding(),
                order.need(),
                order.desiredStart(),
                order.effectiveOn());
    }

    /** Refuses to tell others of a request, as if it did not exist. */
    static void requireOwn(OffPlanRequestId id, OrgId requester, @Nullable String role, @Nullable String organization) {
        if (!mayActFor(requester, role, organization)) {
            throw new OffPlanRequestNotFound(id);
        }
    }

    private static boolean mayActFor(OrgId requester, @Nullable String role, @Nullable String organization) {
        return PlanRights.PLANNING_OFFICER.equals(role) || requester.value().equals(organization);
    }
}
