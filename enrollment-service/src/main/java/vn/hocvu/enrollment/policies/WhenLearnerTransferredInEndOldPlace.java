package vn.hocvu.enrollment.policies;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.EnrollmentType;
import vn.hocvu.enrollment.classintake.IntakeCommand.EndTransferredPlace;
import vn.hocvu.enrollment.messages.consumed.enrollment.LearnerEnrolled;
import vn.hocvu.platform.eventstream.Policy;

/** W16: when a class has taken a learner over, the class left ends the old place. */
@Component
class WhenLearnerTransferredInEndOldPlace implements Policy<LearnerEnrolled> {
    @Override
    public Class<LearnerEnrolled> fact() {
        return LearnerEnrolled.class;
    }

    @Override
    public @Nullable EndTransferredPlace react(LearnerEnrolled fact) {
        if (fact.enrollmentType() != EnrollmentType.TRANSFER_IN || fact.fromClassId() == null) {
            return null;
        }
        return new EndTransferredPlace(
                fact.fromClassId(), fact.learnerId(), fact.classId(), fact.document(), fact.effectiveOn());
    }
}
