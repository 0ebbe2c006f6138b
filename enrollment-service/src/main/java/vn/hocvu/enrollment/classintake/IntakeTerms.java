package vn.hocvu.enrollment.classintake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class brings along when it starts to recruit, and what does not change while it does.
 *
 * @param classCode           code people use, unique per type and year
 * @param venueOwnerOrgId     organisation whose centre or school holds the class
 * @param seats               most learners the class may hold
 * @param minLearners         least learners it opens with, 1 or more
 * @param fundingOrgId        paying organisation, for district and agency money
 * @param participatingOrgIds organisations that may send learners; empty means every one
 */
public record IntakeTerms(
        @Nullable String classCode,
        PlanItemId planItemId,
        ClassType classType,
        StudyMode studyMode,
        VenueId venueId,
        OrgId venueOwnerOrgId,
        Seats seats,
        int minLearners,
        FundingSource fundingSource,
        @Nullable OrgId fundingOrgId,
        List<OrgId> participatingOrgIds) {
    public IntakeTerms {
        if (minLearners < 1) {
            throw new IllegalArgumentException("the minimum is 1 or more, was " + minLearners);
        }
        participatingOrgIds = List.copyOf(participatingOrgIds);
    }
}
