package vn.hocvu.planning.trainingplan;

import vn.hocvu.planning.trainingplan.PlanRefusal.QuotaInvalid;

/**
 * One way to read an ambiguous number of learners.
 *
 * @param quotaLearners learners of the item, if the number was meant so; at least 1
 */
public record QuotaReading(ReadingScope scope, int quotaLearners) {
    public QuotaReading {
        if (quotaLearners < 1) {
            throw new QuotaInvalid("readings", quotaLearners);
        }
    }
}
