package vn.hocvu.enrollment.classintake;

/** Kind of an official paper. */
public enum DocumentType {
    PLAN,
    DECISION,
    OFFICIAL_LETTER,
    PROPOSAL,
    REPORT,
    NOTICE,
    MINUTES,
    GUIDANCE,
    AGREEMENT
}
