package vn.hocvu.enrollment.classintake;

/** Where an intake stands between the first call and the last outcome. */
public enum Phase {
    OPEN,
    ROLL_CONFIRMED,
    RUNNING,
    FINAL,
    COMPLETED,
    RELEASED
}
