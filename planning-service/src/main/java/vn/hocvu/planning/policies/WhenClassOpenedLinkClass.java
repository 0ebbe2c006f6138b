package vn.hocvu.planning.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.planning.messages.consumed.classes.ClassOpened;
import vn.hocvu.planning.trainingplan.ClassId;
import vn.hocvu.planning.trainingplan.PlanCommand.LinkClass;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.platform.eventstream.Policy;

/** W9: an opened class fulfils its plan item, an off-plan one too. */
@Component
public class WhenClassOpenedLinkClass implements Policy<ClassOpened> {
    @Override
    public Class<ClassOpened> fact() {
        return ClassOpened.class;
    }

    @Override
    public LinkClass react(ClassOpened fact) {
        var item = new PlanItemId(fact.planItemId());
        return new LinkClass(
                item.planId(), item, new ClassId(fact.classId()), fact.enrolledCount(), fact.effectiveOn());
    }
}
