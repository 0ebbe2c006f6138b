package vn.hocvu.classes.trainingclass;

/** Classification of a learner (xếp loại), best first. */
public enum Band {
    EXCELLENT,
    VERY_GOOD,
    GOOD,
    AVERAGE,
    /** May not graduate. */
    WEAK
}
