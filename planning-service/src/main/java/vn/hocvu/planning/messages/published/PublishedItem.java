package vn.hocvu.planning.messages.published;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.AwaitedDocument;
import vn.hocvu.planning.trainingplan.Category;
import vn.hocvu.planning.trainingplan.ClassType;
import vn.hocvu.planning.trainingplan.FundingSource;
import vn.hocvu.planning.trainingplan.LearnersScope;
import vn.hocvu.planning.trainingplan.OrgId;
import vn.hocvu.planning.trainingplan.PlanItemId;
import vn.hocvu.planning.trainingplan.PlanItemTerms;
import vn.hocvu.planning.trainingplan.QuotaReading;
import vn.hocvu.planning.trainingplan.StudyMode;
import vn.hocvu.planning.trainingplan.VenueId;
import vn.hocvu.planning.trainingplan.VenueType;

/**
 * One plan item as the other services read it.
 *
 * @param itemId absent while the item is only proposed
 */
record PublishedItem(
        @Nullable PlanItemId itemId,
        ClassType classType,
        Category category,
        FundingSource fundingSource,
        @Nullable OrgId fundingOrgId,
        @Nullable OrgId requesterOrgId,
        VenueType venueType,
        @Nullable VenueId venueId,
        StudyMode studyMode,
        int quotaClasses,
        @Nullable Integer quotaLearners,
        @Nullable Integer learnersPerClass,
        LearnersScope learnersScope,
        @Nullable Integer ambiguousValue,
        @Nullable List<QuotaReading> readings,
        @Nullable AwaitedDocument awaits,
        @Nullable LocalDate plannedFrom,
        @Nullable LocalDate plannedUntil) {
    static @Nullable PublishedItem orNone(@Nullable PlanItemId itemId, @Nullable PlanItemTerms terms) {
        return terms == null ? null : of(itemId, terms);
    }

    static PublishedItem of(@Nullable PlanItemId itemId, PlanItemTerms terms) {
        var quota = terms.quota();
        var period = terms.period();
        return new PublishedItem(
                itemId,
                terms.classType(),
                terms.category(),
                terms.funding().source(),
                terms.funding().orgId(),
                terms.requesterOrgId(),
                terms.venue().type(),
                terms.venue().venueId(),
                terms.studyMode(),
                quota.classes(),
                quota.learners(),
                quota.learnersPerClass(),
                quota.scope(),
                quota.ambiguousValue(),
                quota.isAmbiguous() ? quota.readings() : null,
                terms.awaits(),
                period == null ? null : period.from(),
                period == null ? null : period.until());
    }
}
