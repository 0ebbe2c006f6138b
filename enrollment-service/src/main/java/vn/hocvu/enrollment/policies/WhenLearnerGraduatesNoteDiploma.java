package vn.hocvu.enrollment.policies;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.StudyOutcome;
import vn.hocvu.enrollment.learner.LearnerCommand.RecordDiplomaHeld;
import vn.hocvu.enrollment.messages.consumed.enrollment.EnrollmentCompleted;
import vn.hocvu.platform.eventstream.Policy;

/** W15: a graduate holds the diploma of that level from then on. */
@Component
class WhenLearnerGraduatesNoteDiploma implements Policy<EnrollmentCompleted> {
    @Override
    public Class<EnrollmentCompleted> fact() {
        return EnrollmentCompleted.class;
    }

    @Override
    public @Nullable RecordDiplomaHeld react(EnrollmentCompleted fact) {
        if (fact.outcome() != StudyOutcome.GRADUATED || !fact.classType().endsInDiploma()) {
            return null;
        }
        var year = fact.effectiveOn().getYear();
        return new RecordDiplomaHeld(
                fact.learnerId(), fact.classType(), year, fact.classId(), null, fact.effectiveOn());
    }
}
