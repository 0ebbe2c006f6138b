package vn.hocvu.reporting.publishedfigure;

/** Kinds of papers. */
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
