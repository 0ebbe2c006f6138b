package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/**
 * What one item of the plan says: which classes, for whom, at whose cost, where, and how many.
 *
 * @param requesterOrgId body that asked for the classes, if any did
 * @param awaits         paper without which no class may begin, if the item waits for one
 */
public record PlanItemTerms(
        ClassType classType,
        Category category,
        Funding funding,
        @Nullable OrgId requesterOrgId,
        PlannedVenue venue,
        StudyMode studyMode,
        Quota quota,
        @Nullable AwaitedDocument awaits) {
    public PlanItemTerms {
        if (!classType.takes(category)) {
            throw new Malformed("category", "THEORY for the LLCT levels, one of the kinds of work otherwise", category);
        }
    }
}
