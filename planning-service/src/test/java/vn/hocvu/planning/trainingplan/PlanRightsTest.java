package vn.hocvu.planning.trainingplan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hocvu.planning.trainingplan.PlanRights.CITY_ORG_BOARD;
import static vn.hocvu.planning.trainingplan.PlanRights.CITY_PROPAGANDA_BOARD;
import static vn.hocvu.planning.trainingplan.PlanRights.PLANNING_OFFICER;
import static vn.hocvu.planning.trainingplan.PlanRights.POLICY;
import static vn.hocvu.planning.trainingplan.PlanRights.SCHOOL_BOARD;
import static vn.hocvu.planning.trainingplan.Sample.BA_VI;
import static vn.hocvu.planning.trainingplan.Sample.BA_VI_TERMS;
import static vn.hocvu.planning.trainingplan.Sample.JAN_2;
import static vn.hocvu.planning.trainingplan.Sample.PLAN;
import static vn.hocvu.planning.trainingplan.Sample.TC_01;
import static vn.hocvu.planning.trainingplan.Sample.TRUONG;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hocvu.planning.trainingplan.PlanCommand.*;

class PlanRightsTest {
    private static final Map<PlanCommand, Set<String>> RIGHTS = Map.ofEntries(
            Map.entry(new DraftPlan(PLAN, JAN_2), Set.of(PLANNING_OFFICER)),
            Map.entry(new AddPlanItem(PLAN, BA_VI_TERMS, JAN_2), Set.of(PLANNING_OFFICER)),
            Map.entry(new ChangePlanItem(PLAN, BA_VI, BA_VI_TERMS, JAN_2), Set.of(PLANNING_OFFICER)),
            Map.entry(new RemovePlanItem(PLAN, BA_VI, JAN_2), Set.of(PLANNING_OFFICER)),
            Map.entry(new SubmitPlan(PLAN, JAN_2), Set.of(PLANNING_OFFICER)),
            Map.entry(new ReturnPlan(PLAN, "", JAN_2), Set.of(CITY_ORG_BOARD)),
            Map.entry(new ApprovePlan(PLAN, null, JAN_2), Set.of(CITY_ORG_BOARD)),
            Map.entry(new AllocatePlan(PLAN, null, null, JAN_2), Set.of(CITY_ORG_BOARD, PLANNING_OFFICER)),
            Map.entry(
                    new RecordAwaitedDocument(PLAN, BA_VI, null, JAN_2),
                    Set.of(CITY_ORG_BOARD, CITY_PROPAGANDA_BOARD, PLANNING_OFFICER)),
            Map.entry(
                    new MarkUnfulfilled(PLAN, BA_VI, 1, null, null, null, null, null, JAN_2),
                    Set.of(PLANNING_OFFICER, POLICY)),
            Map.entry(new GrantClassSlot(PLAN, BA_VI, TC_01, ClassType.TC_LLCT, TRUONG, JAN_2), Set.of(POLICY)),
            Map.entry(new ReturnClassSlot(PLAN, BA_VI, TC_01, JAN_2), Set.of(POLICY)),
            Map.entry(new LinkClass(PLAN, BA_VI, TC_01, 80, JAN_2), Set.of(POLICY)),
            Map.entry(
                    new ProposeAmendment(
                            PLAN, AmendmentKind.REMOVE_ITEM, BA_VI, BA_VI_TERMS, null, null, null, null, JAN_2),
                    Set.of(PLANNING_OFFICER, SCHOOL_BOARD)),
            Map.entry(
                    new WithdrawAmendment(PLAN, new AmendmentId("2020-A01"), JAN_2),
                    Set.of(PLANNING_OFFICER, SCHOOL_BOARD)),
            Map.entry(
                    new ApproveAmendment(PLAN, new AmendmentId("2020-A01"), null, JAN_2),
                    Set.of(SCHOOL_BOARD, CITY_ORG_BOARD)),
            Map.entry(
                    new RejectAmendment(PLAN, new AmendmentId("2020-A01"), "", JAN_2),
                    Set.of(SCHOOL_BOARD, CITY_ORG_BOARD)),
            Map.entry(
                    new ClarifyQuota(PLAN, BA_VI, 1, null, JAN_2),
                    Set.of(CITY_ORG_BOARD, CITY_PROPAGANDA_BOARD, PLANNING_OFFICER)),
            Map.entry(new AddOffPlanItem(PLAN, new OffPlanRequestId("off-1"), BA_VI_TERMS, JAN_2), Set.of(POLICY)),
            Map.entry(new ClosePlanYear(PLAN, null, JAN_2), Set.of(SCHOOL_BOARD)));

    @Test
    void everyOrderNamesItsRoles() {
        assertThat(RIGHTS).hasSize(PlanCommand.class.getPermittedSubclasses().length);
        RIGHTS.forEach((order, roles) ->
                assertThat(PlanRights.permitted(order)).as(order.toString()).isEqualTo(roles));
    }
}
