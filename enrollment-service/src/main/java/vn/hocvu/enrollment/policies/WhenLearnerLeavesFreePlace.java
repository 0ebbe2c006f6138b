package vn.hocvu.enrollment.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.learner.Claim;
import vn.hocvu.enrollment.learner.LearnerCommand.FreePlace;
import vn.hocvu.enrollment.messages.consumed.enrollment.PlaceEnded;
import vn.hocvu.platform.eventstream.Policy;

/** W4: whoever leaves a class, or its waiting list, is free to study elsewhere. */
@Component
class WhenLearnerLeavesFreePlace implements Policy<PlaceEnded> {
    @Override
    public Class<PlaceEnded> fact() {
        return PlaceEnded.class;
    }

    @Override
    public FreePlace react(PlaceEnded fact) {
        return new FreePlace(fact.learnerId(), new Claim(fact.classType(), fact.classId()), fact.effectiveOn());
    }
}
