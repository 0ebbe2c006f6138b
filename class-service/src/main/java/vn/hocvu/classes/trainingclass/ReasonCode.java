package vn.hocvu.classes.trainingclass;

/** Why a class is cancelled, suspended or terminated (domain section 3.2). */
public enum ReasonCode {
    INSUFFICIENT_ENROLLMENT,
    GUIDANCE_NOT_ISSUED,
    FUNDING_NOT_AVAILABLE,
    LECTURER_UNAVAILABLE,
    VENUE_UNAVAILABLE,
    EPIDEMIC_OR_FORCE_MAJEURE,
    REQUESTER_WITHDREW,
    MERGED,
    /** Anything else; the text is then required. */
    OTHER
}
