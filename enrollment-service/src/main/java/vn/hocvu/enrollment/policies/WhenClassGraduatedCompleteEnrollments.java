package vn.hocvu.enrollment.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeCommand.CompleteEnrollments;
import vn.hocvu.enrollment.messages.consumed.classes.ClassGraduated;
import vn.hocvu.platform.eventstream.Policy;

/** W15: when a diploma class has ended, every place ends with its outcome. */
@Component
class WhenClassGraduatedCompleteEnrollments implements Policy<ClassGraduated> {
    @Override
    public Class<ClassGraduated> fact() {
        return ClassGraduated.class;
    }

    @Override
    public CompleteEnrollments react(ClassGraduated fact) {
        return new CompleteEnrollments(fact.classId(), fact.outcomes(), fact.effectiveOn());
    }
}
