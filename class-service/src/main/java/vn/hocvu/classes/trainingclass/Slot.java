package vn.hocvu.classes.trainingclass;

/** Whether planning has given the class a place in its plan item. */
public enum Slot {
    PENDING,
    GRANTED,
    DENIED
}
