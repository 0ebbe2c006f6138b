package vn.hocvu.reporting.publishedfigure;

/** Whether the paper says clearly what its figure covers. */
public enum ScopeClarity {
    EXPLICIT,
    AMBIGUOUS
}
