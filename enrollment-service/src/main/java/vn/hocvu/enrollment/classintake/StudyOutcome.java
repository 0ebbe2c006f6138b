package vn.hocvu.enrollment.classintake;

/** How a place on the roll ended with the class. */
public enum StudyOutcome {
    GRADUATED,
    NOT_GRADUATED,
    /** Finished a short course. */
    COMPLETED,
    NOT_COMPLETED
}
