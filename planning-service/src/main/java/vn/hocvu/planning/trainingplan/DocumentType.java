package vn.hocvu.planning.trainingplan;

/** Kinds of paper an act may rest on. */
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
