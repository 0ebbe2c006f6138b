package vn.hocvu.classes.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.classes.messages.consumed.enrollment.EnrollmentFact.RollConfirmed;
import vn.hocvu.classes.trainingclass.ClassCommand.RecordRoll;
import vn.hocvu.classes.trainingclass.ClassId;
import vn.hocvu.classes.trainingclass.ClassRefusal.RollOutdated;
import vn.hocvu.classes.trainingclass.ClassRefusal.WrongState;
import vn.hocvu.classes.trainingclass.Headcount;
import vn.hocvu.classes.trainingclass.RollVersion;
import vn.hocvu.platform.eventstream.Policy;

/** W7: enrollment has confirmed the roll, so the class records it. */
@Component
class WhenRollConfirmedRecordIt implements Policy<RollConfirmed> {
    @Override
    public Class<RollConfirmed> fact() {
        return RollConfirmed.class;
    }

    @Override
    public RecordRoll react(RollConfirmed fact) {
        return new RecordRoll(
                new ClassId(fact.classId()),
                new Headcount(fact.enrolledCount()),
                new RollVersion(fact.rollVersion()),
                fact.effectiveOn());
    }

    /** Older versions are ignored, and so is a roll of a class that was cancelled meanwhile. */
    @Override
    public boolean expects(RuntimeException refusal) {
        return refusal instanceof RollOutdated || refusal instanceof WrongState;
    }
}
