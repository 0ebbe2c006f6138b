package vn.hocvu.enrollment.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeCommand.FinalizeRoll;
import vn.hocvu.enrollment.messages.consumed.classes.TeachingCompleted;
import vn.hocvu.platform.eventstream.Policy;

/** W14: when teaching is over, the roll is final. */
@Component
class WhenTeachingCompletedFinalizeRoll implements Policy<TeachingCompleted> {
    @Override
    public Class<TeachingCompleted> fact() {
        return TeachingCompleted.class;
    }

    @Override
    public FinalizeRoll react(TeachingCompleted fact) {
        return new FinalizeRoll(fact.classId(), fact.effectiveOn());
    }
}
