package vn.hocvu.enrollment.policies;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.EnrollmentType;
import vn.hocvu.enrollment.learner.Claim;
import vn.hocvu.enrollment.learner.LearnerCommand.MovePlace;
import vn.hocvu.enrollment.messages.consumed.enrollment.LearnerEnrolled;
import vn.hocvu.platform.eventstream.Policy;

/** W16: when a class has taken a learner over, the learner's claim moves along. */
@Component
class WhenLearnerTransferredInMoveClaim implements Policy<LearnerEnrolled> {
    @Override
    public Class<LearnerEnrolled> fact() {
        return LearnerEnrolled.class;
    }

    @Override
    public @Nullable MovePlace react(LearnerEnrolled fact) {
        if (fact.enrollmentType() != EnrollmentType.TRANSFER_IN || fact.fromClassId() == null) {
            return null;
        }
        var claim = new Claim(fact.classType(), fact.classId());
        return new MovePlace(fact.learnerId(), fact.fromClassId(), claim, fact.effectiveOn());
    }
}
