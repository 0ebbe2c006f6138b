package vn.hocvu.planning.offplanrequest;

import vn.hocvu.planning.offplanrequest.OffPlanRefusal.AssessmentIncomplete;
import vn.hocvu.planning.offplanrequest.OffPlanRefusal.ConsultationMissing;
import vn.hocvu.planning.offplanrequest.OffPlanRefusal.ReportMissing;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.PlanRefusal.WrongState;

/** A request goes through its stages in their order; the refusal names the step that is missing. */
final class Stages {
    private Stages() {}

    static void require(OffPlanRequestId id, OffPlanPhase phase, OffPlanPhase needed) {
        if (phase == needed) {
            return;
        }
        if (phase.compareTo(needed) > 0) {
            throw new WrongState(phase, needed);
        }
        throw switch (needed) {
            case ASSESSED -> new AssessmentIncomplete(id);
            case CONSULTED -> new ConsultationMissing(id);
            default -> new ReportMissing(id);
        };
    }

    static void requireOpen(OffPlanPhase phase) {
        if (phase.settled()) {
            throw new WrongState(phase, OffPlanPhase.REQUESTED);
        }
    }
}
