package vn.hocvu.reporting.discrepancy;

/** What may have made the published figure differ; each is tested alone. */
public enum Cause {
    /** Unfulfilled items of the same class type counted as carried out. */
    K1,
    /** Classes effective in time but recorded later. */
    K2,
    /** Off-plan classes left out or added. */
    K3,
    /** The planned quota used instead of the roll. */
    K4,
    /** Short courses subtracted in place of graduated classes. */
    K5,
    /** Learners deferred in the year counted as carried out. */
    K6
}
