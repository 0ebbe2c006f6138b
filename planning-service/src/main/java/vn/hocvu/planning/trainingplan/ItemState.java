package vn.hocvu.planning.trainingplan;

/** What has become of a plan item, derived from its counters. */
public enum ItemState {
    /** The plan is not allocated yet. */
    PROPOSED,
    /** Allocated, and nothing opened or given up so far. */
    ALLOCATED,
    IN_PROGRESS,
    FULFILLED,
    PARTLY_FULFILLED,
    UNFULFILLED,
    /** Taken out of the allocated plan by an amendment. */
    REMOVED
}
