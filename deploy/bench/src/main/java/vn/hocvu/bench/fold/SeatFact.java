package vn.hocvu.bench.fold;

/**
 * A seat in a class was given or became free.
 *
 * @param organization body that sends the learner
 * @param change       1 for a seat given, -1 for one that became free
 * @param effectiveOn  ISO date
 */
public record SeatFact(String classId, String learnerId, String organization, int change, String effectiveOn) {}
