package vn.hocvu.planning.policies;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hocvu.planning.messages.consumed.planning.OffPlanApproved;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.Funding;
import vn.hocvu.planning.trainingplan.FundingSource;
import vn.hocvu.planning.trainingplan.OffPlanRequestId;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanCommand.AddOffPlanItem;
import vn.hocvu.planning.trainingplan.PlanId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.PlanYear;
import vn.hocvu.planning.trainingplan.PlannedVenue;
import vn.hocvu.planning.trainingplan.Quota;
import vn.hocvu.planning.trainingplan.StudyMode;
import vn.hocvu.planning.trainingplan.VenueId;
import vn.hocvu.planning.trainingplan.VenueType;
import vn.hocvu.platform.eventstream.Policy;

/** W17: an approved off-plan class becomes an item beside the quotas of its year's plan. */
@Component
public class WhenOffPlanApprovedAddItem implements Policy<OffPlanApproved> {
    @Override
    public Class<OffPlanApproved> fact() {
        return OffPlanApproved.class;
    }

    @Override
    public AddOffPlanItem react(OffPlanApproved fact) {
        return new AddOffPlanItem(
                PlanId.of(new PlanYear(fact.year())),
                new OffPlanRequestId(fact.requestId()),
                terms(fact.item()),
                fact.effectiveOn());
    }

    private static PlanItemTerms terms(OffPlanApproved.Item item) {
        return new PlanItemTerms(
                ClassType.valueOf(item.classType()),
                Category.valueOf(item.category()),
                new Funding(FundingSource.valueOf(item.fundingSource()), organization(item.fundingOrgId())),
                organization(item.requesterOrgId()),
                new PlannedVenue(
                        VenueType.valueOf(item.venueType()),
                        item.venueId() == null ? null : new VenueId(item.venueId())),
                StudyMode.valueOf(item.studyMode()),
                Quota.explicit(item.quotaClasses(), Objects.requireNonNull(item.quotaLearners(), "quotaLearners")),
                null);
    }

    private static @Nullable OrgId organization(@Nullable String id) {
        return id == null ? null : new OrgId(id);
    }
}
