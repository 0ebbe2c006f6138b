package vn.hocvu.planning.trainingplan;

/** What an amendment does to an allocated plan. */
public enum AmendmentKind {
    INCREASE,
    DECREASE,
    MOVE_VENUE,
    CHANGE_FUNDING,
    ADD_ITEM,
    REMOVE_ITEM,
    /** Moves the period in which the classes of an item shall begin. */
    RESCHEDULE
}
