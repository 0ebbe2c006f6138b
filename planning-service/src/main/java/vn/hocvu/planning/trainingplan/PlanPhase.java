package vn.hocvu.planning.trainingplan;

/** How far a year's plan has come. */
public enum PlanPhase {
    DRAFT,
    SUBMITTED,
    APPROVED,
    ALLOCATED,
    CLOSED
}
