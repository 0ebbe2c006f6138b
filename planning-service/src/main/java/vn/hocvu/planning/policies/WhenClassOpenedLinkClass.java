package vn.hocvu.planning.policies;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.messages.consumed.classes.ClassOpened;
import vn.hocvu.planning.trainingplan.ClassId;
import vn.hocvu.planning.trainingplan.PlanCommand.LinkClass;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.platform.eventstream.Policy;

/** W9: an opened class fulfils its plan item. */
@Component
public class WhenClassOpenedLinkClass implements Policy<ClassOpened> {
    @Override
    public Class<ClassOpened> fact() {
        return ClassOpened.class;
    }

    @Override
    public @Nullable LinkClass react(ClassOpened fact) {
        if (fact.offPlan()) {
            return null; // such a class fulfils nothing of the plan
        }
        var item = new PlanItemId(fact.planItemId());
        return new LinkClass(
                item.planId(), item, new ClassId(fact.classId()), fact.enrolledCount(), fact.effectiveOn());
    }
}
