package vn.hocvu.planning.trainingplan;

/**
 * Somebody who agreed to an amendment.
 *
 * @param person sign-in name
 * @param step   for whom
 */
public record Approver(String person, AmendmentStep step) {}
