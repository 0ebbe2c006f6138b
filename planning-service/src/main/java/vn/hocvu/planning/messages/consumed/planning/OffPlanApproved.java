package vn.hocvu.planning.messages.consumed.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An off-plan class was approved.
 *
 * @param year the plan beside whose quotas it stands
 */
public record OffPlanApproved(String requestId, int year, Item item, LocalDate effectiveOn) {
    /**
     * The class as the plan will say it.
     *
     * @param venueId absent if the class brings its own
     */
    public record Item(
            String classType,
            String category,
            String fundingSource,
            @Nullable String fundingOrgId,
            @Nullable String requesterOrgId,
            String venueType,
            @Nullable String venueId,
            String studyMode,
            int quotaClasses,
            @Nullable Integer quotaLearners) {}
}
