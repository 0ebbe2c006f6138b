package vn.hocvu.enrollment.policies;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.hocvu.enrollment.classintake.IntakeCommand.OpenIntake;
import vn.hocvu.enrollment.classintake.IntakeTerms;
import vn.hocvu.enrollment.classintake.OrgId;
import vn.hocvu.enrollment.messages.consumed.classes.RecruitingStarted;
import vn.hocvu.platform.eventstream.Policy;

/** W3: when a class starts recruiting, its intake opens. */
@Component
class WhenRecruitingStartedOpenIntake implements Policy<RecruitingStarted> {
    @Override
    public Class<RecruitingStarted> fact() {
        return RecruitingStarted.class;
    }

    @Override
    public OpenIntake react(RecruitingStarted fact) {
        var terms = new IntakeTerms(
                fact.classCode(),
                fact.planItemId(),
                fact.classType(),
                fact.studyMode(),
                fact.venueId(),
                fact.venueOwnerOrgId(),
                fact.seats(),
                fact.minLearners(),
                fact.fundingSource(),
                fact.fundingOrgId(),
                Objects.requireNonNullElse(fact.participatingOrgIds(), List.<OrgId>of()));
        return new OpenIntake(fact.classId(), terms, fact.deadline(), fact.effectiveOn());
    }
}
