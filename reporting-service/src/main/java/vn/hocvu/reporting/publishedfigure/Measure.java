package vn.hocvu.reporting.publishedfigure;

/** What a figure counts. */
public enum Measure {
    CLASSES,
    LEARNERS
}
