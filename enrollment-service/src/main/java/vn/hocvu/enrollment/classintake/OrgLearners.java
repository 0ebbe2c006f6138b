package vn.hocvu.enrollment.classintake;

/**
 * How many learners of a roll one organisation nominated.
 *
 * @param learners at least 1
 */
public record OrgLearners(OrgId orgId, int learners) {}
