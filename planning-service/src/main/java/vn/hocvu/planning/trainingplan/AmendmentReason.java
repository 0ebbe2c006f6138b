package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.Nullable;
import vn.hocvu.planning.trainingplan.PlanRefusal.ReasonMissing;

/** Why an allocated plan has to be amended. */
public enum AmendmentReason {
    NEED_CHANGED,
    FUNDING_CHANGED,
    VENUE_CHANGED,
    RESCHEDULED,
    AUTHORITY_INSTRUCTION,
    /** Anything else; then it must be told in words. */
    OTHER;

    /** Refuses a missing reason, and "other" without words. */
    static AmendmentReason required(@Nullable AmendmentReason reason, @Nullable String words) {
        if (reason == null || (reason == OTHER && (words == null || words.isBlank()))) {
            throw new ReasonMissing(reason == null ? "reasonCode" : "reasonText");
        }
        return reason;
    }
}
