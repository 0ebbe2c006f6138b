package vn.hocvu.classes.trainingclass;

/** How a class ended for one learner. */
public enum Result {
    GRADUATED,
    NOT_GRADUATED,
    COMPLETED,
    NOT_COMPLETED
}
