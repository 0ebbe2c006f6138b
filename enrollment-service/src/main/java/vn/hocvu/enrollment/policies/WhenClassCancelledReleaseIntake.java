package vn.hocvu.enrollment.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReleaseIntake;
import vn.hocvu.enrollment.classintake.ReleaseCause;
import vn.hocvu.enrollment.messages.consumed.classes.ClassCancelled;
import vn.hocvu.platform.eventstream.Policy;

/** W10: a cancelled class gives its learners and seats free. */
@Component
class WhenClassCancelledReleaseIntake implements Policy<ClassCancelled> {
    @Override
    public Class<ClassCancelled> fact() {
        return ClassCancelled.class;
    }

    @Override
    public ReleaseIntake react(ClassCancelled fact) {
        return new ReleaseIntake(fact.classId(), ReleaseCause.CLASS_CANCELLED, fact.effectiveOn());
    }
}
