package vn.hocvu.enrollment.policies;

import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeCommand.ReopenIntake;
import vn.hocvu.enrollment.messages.consumed.classes.RecruitingExtended;
import vn.hocvu.platform.eventstream.Policy;

/** W3: a class that recruits on has its intake open until the new deadline. */
@Component
class WhenRecruitingExtendedReopenIntake implements Policy<RecruitingExtended> {
    @Override
    public Class<RecruitingExtended> fact() {
        return RecruitingExtended.class;
    }

    @Override
    public ReopenIntake react(RecruitingExtended fact) {
        return new ReopenIntake(fact.classId(), fact.deadline(), fact.effectiveOn());
    }
}
