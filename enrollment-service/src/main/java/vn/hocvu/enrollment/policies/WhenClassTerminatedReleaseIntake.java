package vn.hocvu.enrollment.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReleaseIntake;
import vn.hocvu.enrollment.classintake.ReleaseCause;
import vn.hocvu.enrollment.messages.consumed.classes.ClassTerminated;
import vn.hocvu.platform.eventstream.Policy;

/** W10: a terminated class gives its learners and seats free. */
@Component
class WhenClassTerminatedReleaseIntake implements Policy<ClassTerminated> {
    @Override
    public Class<ClassTerminated> fact() {
        return ClassTerminated.class;
    }

    @Override
    public ReleaseIntake react(ClassTerminated fact) {
        return new ReleaseIntake(fact.classId(), ReleaseCause.CLASS_TERMINATED, fact.effectiveOn());
    }
}
