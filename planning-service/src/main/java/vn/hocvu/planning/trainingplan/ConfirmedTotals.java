package vn.hocvu.planning.trainingplan;

/** The totals somebody read on the page before confirming an allocation. */
public record ConfirmedTotals(int classes, int learners) {}
