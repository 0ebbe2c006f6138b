package vn.hocvu.planning.trainingplan;

/** Whether the number of learners is known to mean this item, or could be read in several ways. */
public enum LearnersScope {
    EXPLICIT,
    AMBIGUOUS
}
