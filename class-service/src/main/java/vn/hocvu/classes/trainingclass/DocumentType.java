package vn.hocvu.classes.trainingclass;

/** Kinds of official paper a decision may rest on. */
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
