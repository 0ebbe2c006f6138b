package vn.hocvu.enrollment.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.learner.Claim;
import vn.hocvu.enrollment.learner.LearnerCommand.FreePlace;
import vn.hocvu.enrollment.messages.consumed.enrollment.EnrollmentCompleted;
import vn.hocvu.platform.eventstream.Policy;

/** W15: when the class has ended for a learner, the place at that level is free. */
@Component
class WhenEnrollmentCompletedFreePlace implements Policy<EnrollmentCompleted> {
    @Override
    public Class<EnrollmentCompleted> fact() {
        return EnrollmentCompleted.class;
    }

    @Override
    public FreePlace react(EnrollmentCompleted fact) {
        return new FreePlace(fact.learnerId(), new Claim(fact.classType(), fact.classId()), fact.effectiveOn());
    }
}
