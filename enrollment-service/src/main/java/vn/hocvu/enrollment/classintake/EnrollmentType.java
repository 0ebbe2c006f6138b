package vn.hocvu.enrollment.classintake;

/** How a learner came to a place on the roll. */
public enum EnrollmentType {
    /** Joined before the class opened. */
    NEW,
    /** Joined a class that was already running. */
    LATE,
    /** Came from another class. */
    TRANSFER_IN,
    /** Came back after a deferral. */
    REINSTATED
}
