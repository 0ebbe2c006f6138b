package vn.hocvu.enrollment.classintake;

/** Why a learner left a class, or a place was given free. */
public enum LeavingReason {
    PERSONAL,
    WORK_REASSIGNED,
    HEALTH,
    DISCIPLINE,
    DECEASED,
    RECALLED_BY_AGENCY,
    CLASS_CANCELLED,
    CLASS_TERMINATED,
    DEFERRAL_EXPIRED,
    OTHER
}
