package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.ReasonMissing;

/** Why classes of the plan were not held. */
public enum UnfulfilledReason {
    INSUFFICIENT_ENROLLMENT,
    GUIDANCE_NOT_ISSUED,
    FUNDING_NOT_AVAILABLE,
    LECTURER_UNAVAILABLE,
    VENUE_UNAVAILABLE,
    EPIDEMIC_OR_FORCE_MAJEURE,
    REQUESTER_WITHDREW,
    MERGED,
    /** Anything else; then it must be told in words. */
    OTHER;

    /** Refuses a missing reason, and "other" without words. */
    static UnfulfilledReason required(@Nullable UnfulfilledReason reason, @Nullable String words) {
        if (reason == null || (reason == OTHER && (words == null || words.isBlank()))) {
            throw new ReasonMissing(reason == null ? "reasonCode" : "reasonText");
        }
        return reason;
    }
}
