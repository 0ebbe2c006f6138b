package vn.hocvu.enrollment.classintake;

/** Why somebody no longer waits for a seat, other than by getting one. */
public enum WaitlistEnd {
    /** Asked to be taken off, or was recalled. */
    WITHDRAWN,
    /** The class ended its roll with the learner still waiting. */
    ROLL_FINALIZED,
    CLASS_CANCELLED,
    CLASS_TERMINATED
}
