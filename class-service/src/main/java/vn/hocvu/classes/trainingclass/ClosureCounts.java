package vn.hocvu.classes.trainingclass;

/** The sums of a closed short course. */
public record ClosureCounts(int completed, int notCompleted) {}
