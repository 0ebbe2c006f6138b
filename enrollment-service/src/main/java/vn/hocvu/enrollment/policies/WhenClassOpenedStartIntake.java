package vn.hocvu.enrollment.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeCommand.StartIntake;
import vn.hocvu.enrollment.messages.consumed.classes.ClassOpened;
import vn.hocvu.platform.eventstream.Policy;

/** W9: when a class opens, whoever is on its roll begins to study. */
@Component
class WhenClassOpenedStartIntake implements Policy<ClassOpened> {
    @Override
    public Class<ClassOpened> fact() {
        return ClassOpened.class;
    }

    @Override
    public StartIntake react(ClassOpened fact) {
        return new StartIntake(fact.classId(), fact.effectiveOn(), fact.rollVersion());
    }
}
