package vn.hocvu.planning.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.hocvu.planning.messages.consumed.classes.ClassCancelled;
import vn.hocvu.planning.messages.consumed.classes.ClassOpened;
import vn.hocvu.planning.messages.consumed.classes.ClassProposed;
import vn.hocvu.planning.trainingplan.ClassId;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.PlanCommand.GrantClassSlot;
import vn.hocvu.planning.trainingplan.PlanCommand.LinkClass;
import vn.hocvu.planning.trainingplan.PlanCommand.MarkUnfulfilled;
import vn.hocvu.planning.trainingplan.PlanCommand.ReturnClassSlot;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.UnfulfilledReason;
import vn.hocvu.planning.trainingplan.VenueId;

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
                .isNull();
        assertThat(policy.fact()).isEqualTo(ClassProposed.class);
    }

    @Test
    void anOpenedClassIsLinked() {
        var policy = new WhenClassOpenedLinkClass();

        assertThat(policy.react(new ClassOpened("c-1", "TC-1", "2020-02", false, 75, DAY)))
                .isEqualTo(new LinkClass(PLAN, ITEM, CLASS, 75, DAY));
        assertThat(policy.react(new ClassOpened("c-1", "TC-1", "2020-02", true, 75, DAY)))
                .isNull();
        assertThat(policy.fact()).isEqualTo(ClassOpened.class);
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
