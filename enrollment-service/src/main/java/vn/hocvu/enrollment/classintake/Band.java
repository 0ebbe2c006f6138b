package vn.hocvu.enrollment.classintake;

/** Classification of a graduate. */
public enum Band {
    EXCELLENT,
    VERY_GOOD,
    GOOD,
    AVERAGE,
    WEAK
}
