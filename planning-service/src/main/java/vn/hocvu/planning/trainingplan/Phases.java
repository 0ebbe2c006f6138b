package vn.hocvu.planning.trainingplan;

import vn.hocvu.planning.trainingplan.PlanRefusal.PlanNotEditable;
import vn.hocvu.planning.trainingplan.PlanRefusal.WrongState;
import vn.hocvu.planning.trainingplan.PlanRefusal.YearClosed;

/** What may be done in which phase: a draft is edited, an allocated plan is carried out, a closed year rests. */
final class Phases {
    private Phases() {}

    static void requireDraft(PlanYear year, PlanPhase phase) {
        requireOpen(year, phase);
        if (phase != PlanPhase.DRAFT) {
            throw new PlanNotEditable(phase);
        }
    }

    static void require(PlanYear year, PlanPhase phase, PlanPhase needed) {
        requireOpen(year, phase);
        if (phase != needed) {
            throw new WrongState(phase, needed);
        }
    }

    private static void requireOpen(PlanYear year, PlanPhase phase) {
        if (phase == PlanPhase.CLOSED) {
            throw new YearClosed(year);
        }
    }
}
