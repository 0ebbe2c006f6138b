package vn.hocvu.classes.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact.RollFinalized;
import vn.hocvu.classes.trainingclass.ClassCommand.RecordFinalRoll;
import vn.hocvu.classes.trainingclass.ClassId;
import vn.hocvu.classes.trainingclass.LearnerId;
import vn.hocvu.classes.trainingclass.RollVersion;
import vn.hocvu.platform.eventstream.Policy;

/** W14: enrollment has closed the roll, so the class knows who gets an outcome. */
@Component
class WhenRollFinalizedRecordIt implements Policy<RollFinalized> {
    @Override
    public Class<RollFinalized> fact() {
        return RollFinalized.class;
    }

    @Override
    public RecordFinalRoll react(RollFinalized fact) {
        return new RecordFinalRoll(
                new ClassId(fact.classId()),
                new RollVersion(fact.rollVersion()),
                fact.learnerIds().stream().map(LearnerId::new).toList(),
                fact.effectiveOn());
    }
}
