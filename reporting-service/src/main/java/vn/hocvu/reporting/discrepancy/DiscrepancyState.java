package vn.hocvu.reporting.discrepancy;

/** Where an entry of the register stands; only equality resolves it. */
public enum DiscrepancyState {
    OPEN,
    EXPLAINED,
    RESOLVED
}
