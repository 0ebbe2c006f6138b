package vn.hocvu.planning.trainingplan;

/** What became of a class that was granted a place in an item. */
public enum SlotState {
    /** The class is being prepared and holds one of the item's classes. */
    GRANTED,
    /** The class has opened. */
    OPENED
}
