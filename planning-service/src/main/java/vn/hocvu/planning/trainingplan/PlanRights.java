package vn.hocvu.planning.trainingplan;

import java.util.Set;
import vn.hocvu.planning.trainingplan.PlanCommand.*;

/** Which roles may order what about a plan. */
public final class PlanRights {
    public static final String PLANNING_OFFICER = "PLANNING_OFFICER";
    public static final String SCHOOL_BOARD = "SCHOOL_BOARD";
    public static final String CITY_ORG_BOARD = "CITY_ORG_BOARD";
    public static final String CITY_PROPAGANDA_BOARD = "CITY_PROPAGANDA_BOARD";
    public static final String DISTRICT_COMMITTEE = "DISTRICT_COMMITTEE";
    /** The role of this system's own policies. */
    public static final String POLICY = "POLICY";

    private PlanRights() {}

    public static Set<String> permitted(PlanCommand command) {
        return switch (command) {
            case DraftPlan c -> Set.of(PLANNING_OFFICER);
            case AddPlanItem c -> Set.of(PLANNING_OFFICER);
            case ChangePlanItem c -> Set.of(PLANNING_OFFICER);
            case RemovePlanItem c -> Set.of(PLANNING_OFFICER);
            case SubmitPlan c -> Set.of(PLANNING_OFFICER);
            case ReturnPlan c -> Set.of(CITY_ORG_BOARD);
            case ApprovePlan c -> Set.of(CITY_ORG_BOARD);
            case AllocatePlan c -> Set.of(CITY_ORG_BOARD, PLANNING_OFFICER);
            case ProposeAmendment c -> Set.of(PLANNING_OFFICER, SCHOOL_BOARD);
            case WithdrawAmendment c -> Set.of(PLANNING_OFFICER, SCHOOL_BOARD);
            case ApproveAmendment c -> Set.of(SCHOOL_BOARD, CITY_ORG_BOARD);
            case RejectAmendment c -> Set.of(SCHOOL_BOARD, CITY_ORG_BOARD);
            case ClarifyQuota c -> Set.of(CITY_ORG_BOARD, CITY_PROPAGANDA_BOARD, PLANNING_OFFICER);
            case AddOffPlanItem c -> Set.of(POLICY);
            case RecordAwaitedDocument c -> Set.of(CITY_ORG_BOARD, CITY_PROPAGANDA_BOARD, PLANNING_OFFICER);
            case MarkUnfulfilled c -> Set.of(PLANNING_OFFICER, POLICY);
            case GrantClassSlot c -> Set.of(POLICY);
            case ReturnClassSlot c -> Set.of(POLICY);
            case LinkClass c -> Set.of(POLICY);
            case ClosePlanYear c -> Set.of(SCHOOL_BOARD);
        };
    }
}
