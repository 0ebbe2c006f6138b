package vn.hocvu.planning.trainingplan;

/** What an ambiguous number of learners may have been meant to cover. */
public enum ReadingScope {
    /** Only the classes of that item's category. */
    CATEGORY_ONLY,
    /** The whole plan of the year. */
    GRAND_TOTAL
}
