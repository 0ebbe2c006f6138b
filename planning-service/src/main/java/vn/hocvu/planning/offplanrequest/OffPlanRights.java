package vn.hocvu.planning.offplanrequest;

import static vn.hocvu.planning.trainingplan.PlanRights.CITY_PROPAGANDA_BOARD;
import static vn.hocvu.planning.trainingplan.PlanRights.DISTRICT_COMMITTEE;
import static vn.hocvu.planning.trainingplan.PlanRights.PLANNING_OFFICER;
import static vn.hocvu.planning.trainingplan.PlanRights.SCHOOL_BOARD;

import java.util.Set;
import vn.hocvu.planning.offplanrequest.OffPlanCommand.*;

/** Which roles may order what about an off-plan class. */
public final class OffPlanRights {
    private OffPlanRights() {}

    public static Set<String> permitted(OffPlanCommand command) {
        return switch (command) {
            case RequestOffPlanClass c -> Set.of(DISTRICT_COMMITTEE, CITY_PROPAGANDA_BOARD, PLANNING_OFFICER);
            case WithdrawOffPlan c -> Set.of(DISTRICT_COMMITTEE, CITY_PROPAGANDA_BOARD, PLANNING_OFFICER);
            case AssessOffPlan c -> Set.of(PLANNING_OFFICER);
            case RecordConsultation c -> Set.of(SCHOOL_BOARD);
            case ReportOffPlan c -> Set.of(SCHOOL_BOARD);
            case ApproveOffPlan c -> Set.of(SCHOOL_BOARD);
            case RejectOffPlan c -> Set.of(SCHOOL_BOARD);
        };
    }
}
