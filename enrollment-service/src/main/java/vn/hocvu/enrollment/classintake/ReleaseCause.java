package vn.hocvu.enrollment.classintake;

/** Why a whole intake was given free. */
public enum ReleaseCause {
    CLASS_CANCELLED,
    CLASS_TERMINATED
}
