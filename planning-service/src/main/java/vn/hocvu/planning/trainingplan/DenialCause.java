package vn.hocvu.planning.trainingplan;

/** Why a proposed class gets no place in a plan item. */
public enum DenialCause {
    /** The plan of that year is not allocated yet. */
    PLAN_NOT_ALLOCATED,
    /** The year has been closed. */
    YEAR_CLOSED,
    /** The plan has no such item. */
    ITEM_UNKNOWN,
    /** The item waits for a document. */
    AWAITING_DOCUMENT,
    /** All classes of the item are granted, opened or given up. */
    QUOTA_EXHAUSTED,
    /** The item is for another kind of class. */
    CLASS_TYPE_DIFFERS,
    /** The item was allocated to another venue. */
    VENUE_DIFFERS
}
