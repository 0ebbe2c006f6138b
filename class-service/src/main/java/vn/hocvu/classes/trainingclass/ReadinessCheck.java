package vn.hocvu.classes.trainingclass;

/** What was found in order before a class was declared ready. */
public enum ReadinessCheck {
    ROLL_RECEIVED,
    WITHIN_SEATS,
    MINIMUM_REACHED,
    MINIMUM_OVERRIDDEN
}
