package vn.hocvu.enrollment.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeCommand.CompleteEnrollments;
import vn.hocvu.enrollment.messages.consumed.classes.ClassClosed;
import vn.hocvu.platform.eventstream.Policy;

/** W15: when a short course has ended, every place ends with its outcome. */
@Component
class WhenClassClosedCompleteEnrollments implements Policy<ClassClosed> {
    @Override
    public Class<ClassClosed> fact() {
        return ClassClosed.class;
    }

    @Override
    public CompleteEnrollments react(ClassClosed fact) {
        return new CompleteEnrollments(fact.classId(), fact.outcomes(), fact.effectiveOn());
    }
}
