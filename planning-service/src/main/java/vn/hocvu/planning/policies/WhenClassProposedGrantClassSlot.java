package vn.hocvu.planning.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.planning.messages.consumed.classes.ClassProposed;
import vn.hocvu.planning.trainingplan.ClassId;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.PlanCommand.GrantClassSlot;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.VenueId;
import vn.hocvu.platform.eventstream.Policy;

/** W2: a proposed class is granted or denied a place in its plan item, an off-plan one too. */
@Component
public class WhenClassProposedGrantClassSlot implements Policy<ClassProposed> {
    @Override
    public Class<ClassProposed> fact() {
        return ClassProposed.class;
    }

    @Override
    public GrantClassSlot react(ClassProposed fact) {
        var item = new PlanItemId(fact.planItemId());
        return new GrantClassSlot(
                item.planId(),
                item,
                new ClassId(fact.classId()),
                ClassType.valueOf(fact.classType()),
                new VenueId(fact.venueId()),
                fact.effectiveOn());
    }
}
