package vn.hocvu.planning.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.hocvu.planning.messages.consumed.classes.ClassCancelled;
import vn.hocvu.planning.messages.consumed.classes.ClassOpened;
import vn.hocvu.planning.messages.consumed.classes.ClassProposed;
import vn.hocvu.planning.messages.consumed.planning.OffPlanApproved;
import vn.hocvu.planning.trainingplan.*;
import vn.hocvu.planning.trainingplan.PlanCommand.GrantClassSlot;
import vn.hocvu.planning.trainingplan.PlanCommand.LinkClass;
import vn.hocvu.planning.trainingplan.PlanCommand.MarkUnfulfilled;
import vn.hocvu.planning.trainingplan.PlanCommand.ReturnClassSlot;

class PoliciesTest {
    private static final LocalDate DAY = LocalDate.of(2020, 9, 8);
    private static final PlanId PLAN = new PlanId("plan-2020");
    private static final PlanItemId ITEM = new PlanItemId("2020-02");
    private static final ClassId CLASS = new ClassId("c-1");

    @Test
    void aProposedClassAsksForItsPlace() {
        var policy = new WhenClassProposedGrantClassSlot();

        assertThat(policy.react(new ClassProposed("c-1", "TC-1", "2020-02", false, "TC_LLCT", "ba-vi", DAY)))
                .isEqualTo(new GrantClassSlot(PLAN, ITEM, CLASS, ClassType.TC_LLCT, new VenueId("ba-vi"), DAY));
        assertThat(policy.react(new ClassProposed("c-1", "TC-1", "2020-02", true, "TC_LLCT", "ba-vi", DAY)))
                .isEqualTo(new GrantClassSlot(PLAN, ITEM, CLASS, ClassType.TC_LLCT, new VenueId("ba-vi"), DAY));
        assertThat(policy.fact()).isEqualTo(ClassProposed.class);
    }

    @Test
    void anOpenedClassIsLinked() {
        var policy = new WhenClassOpenedLinkClass();

        assertThat(policy.react(new ClassOpened("c-1", "TC-1", "2020-02", false, 75, DAY)))
                .isEqualTo(new LinkClass(PLAN, ITEM, CLASS, 75, DAY));
        assertThat(policy.react(new ClassOpened("c-1", "TC-1", "2020-02", true, 75, DAY)))
                .isEqualTo(new LinkClass(PLAN, ITEM, CLASS, 75, DAY));
        assertThat(policy.fact()).isEqualTo(ClassOpened.class);
    }

    @Test
    void anApprovedOffPlanClassBecomesAnItem() {
        var policy = new WhenOffPlanApprovedAddItem();
        var item = new OffPlanApproved.Item(
                "TC_LLCT", "THEORY", "DISTRICT_BUDGET", "ba-vi", "ba-vi", "CENTER", "ba-vi", "PART_TIME", 1, 45);
        var open = new OffPlanApproved.Item(
                "TC_LLCT", "THEORY", "SELF_FUNDED", null, null, "SCHOOL", null, "PART_TIME", 1, 45);

        var order = policy.react(new OffPlanApproved("off-1", 2020, item, DAY));
        assertThat(order.planId()).isEqualTo(PLAN);
        assertThat(order.requestId()).isEqualTo(new OffPlanRequestId("off-1"));
        assertThat(order.terms())
                .isEqualTo(new PlanItemTerms(
                        ClassType.TC_LLCT,
                        Category.THEORY,
                        new Funding(FundingSource.DISTRICT_BUDGET, new OrgId("ba-vi")),
                        new OrgId("ba-vi"),
                        new PlannedVenue(VenueType.CENTER, new VenueId("ba-vi")),
                        StudyMode.PART_TIME,
                        Quota.explicit(1, 45),
                        null));
        assertThat(policy.react(new OffPlanApproved("off-1", 2020, open, DAY))
                        .terms()
                        .venue())
                .isEqualTo(new PlannedVenue(VenueType.SCHOOL, null));
        assertThat(policy.fact()).isEqualTo(OffPlanApproved.class);
    }

    @Test
    void aCancelledClassGivesItsPlaceUpOrBack() {
        var policy = new WhenClassCancelledGiveUpOrReturnSlot();

        assertThat(policy.react(cancelled(false)))
                .isEqualTo(new MarkUnfulfilled(PLAN, ITEM, 1, null, UnfulfilledReason.OTHER, "ngập", CLASS, null, DAY));
        assertThat(policy.react(cancelled(true))).isEqualTo(new ReturnClassSlot(PLAN, ITEM, CLASS, DAY));
        assertThat(policy.fact()).isEqualTo(ClassCancelled.class);
    }

    private static ClassCancelled cancelled(boolean quotaReturned) {
        return new ClassCancelled("c-1", "2020-02", "OTHER", "ngập", quotaReturned, null, DAY);
    }
}
