package vn.hocvu.reporting.discrepancy;

/** Where a discrepancy stands; only equality resolves it. */
public enum Status {
    OPEN,
    EXPLAINED,
    RESOLVED
}
