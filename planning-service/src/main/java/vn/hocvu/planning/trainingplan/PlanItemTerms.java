package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/**
 * What one item of the plan says: which classes, for whom, at whose cost, where, and how many.
 *
 * @param requesterOrgId body that asked for the classes, if any did
 * @param awaits         paper without which no class may begin, if the item waits for one
 * @param period         when its classes shall begin, absent for any day of the year
 */
public record PlanItemTerms(
        ClassType classType,
        Category category,
        Funding funding,
        @Nullable OrgId requesterOrgId,
        PlannedVenue venue,
        StudyMode studyMode,
        Quota quota,
        @Nullable AwaitedDocument awaits,
        @Nullable PlannedPeriod period) {
    public PlanItemTerms {
        if (!classType.takes(category)) {
            throw new Malformed("category", "THEORY for the LLCT levels, one of the kinds of work otherwise", category);
        }
    }

    /** Terms whose classes may begin on any day of the year. */
    public PlanItemTerms(
            ClassType classType,
            Category category,
            Funding funding,
            @Nullable OrgId requesterOrgId,
            PlannedVenue venue,
            StudyMode studyMode,
            Quota quota,
            @Nullable AwaitedDocument awaits) {
        this(classType, category, funding, requesterOrgId, venue, studyMode, quota, awaits, null);
    }

    public PlanItemTerms with(Quota other) {
        return new PlanItemTerms(classType, category, funding, requesterOrgId, venue, studyMode, other, awaits, period);
    }

    public PlanItemTerms with(PlannedVenue other) {
        return new PlanItemTerms(classType, category, funding, requesterOrgId, other, studyMode, quota, awaits, period);
    }

    public PlanItemTerms with(Funding other) {
        return new PlanItemTerms(classType, category, other, requesterOrgId, venue, studyMode, quota, awaits, period);
    }

    public PlanItemTerms with(@Nullable PlannedPeriod other) {
        return new PlanItemTerms(classType, category, funding, requesterOrgId, venue, studyMode, quota, awaits, other);
    }
}
