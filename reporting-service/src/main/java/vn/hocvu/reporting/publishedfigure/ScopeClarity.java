package vn.hocvu.reporting.publishedfigure;

/** Whether the paper says plainly what its figure covers. */
public enum ScopeClarity {
    EXPLICIT,
    AMBIGUOUS
}
