package vn.hocvu.planning.trainingplan;

/** Whose money pays for a class. */
public enum FundingSource {
    CITY_BUDGET,
    CENTRAL_BUDGET,
    SELF_FUNDED,
    DISTRICT_BUDGET,
    AGENCY;

    /** A district or an agency pays for itself, so it must be named. */
    public boolean namesPayer() {
        return this == DISTRICT_BUDGET || this == AGENCY;
    }
}
