package vn.hocvu.planning.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.planning.messages.consumed.classes.ClassCancelled;
import vn.hocvu.planning.trainingplan.ClassId;
import vn.hocvu.planning.trainingplan.PlanCommand;
import vn.hocvu.planning.trainingplan.PlanCommand.MarkUnfulfilled;
import vn.hocvu.planning.trainingplan.PlanCommand.ReturnClassSlot;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.UnfulfilledReason;
import vn.hocvu.platform.eventstream.Policy;

/** W10: a cancelled class leaves its plan item unfulfilled for the same reason, or gives its place back. */
@Component
public class WhenClassCancelledGiveUpOrReturnSlot implements Policy<ClassCancelled> {
    @Override
    public Class<ClassCancelled> fact() {
        return ClassCancelled.class;
    }

    @Override
    public PlanCommand react(ClassCancelled fact) {
        var item = new PlanItemId(fact.planItemId());
        var classId = new ClassId(fact.classId());
        if (fact.quotaReturned()) {
            return new ReturnClassSlot(item.planId(), item, classId, fact.effectiveOn());
        }
        return new MarkUnfulfilled(
                item.planId(),
                item,
                1,
                null,
                UnfulfilledReason.valueOf(fact.reasonCode()),
                fact.reasonText(),
                classId,
                fact.document(),
                fact.effectiveOn());
    }
}
