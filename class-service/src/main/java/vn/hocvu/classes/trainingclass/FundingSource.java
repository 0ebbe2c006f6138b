package vn.hocvu.classes.trainingclass;

/** Who pays for a class (nguồn kinh phí). */
public enum FundingSource {
    CITY_BUDGET,
    CENTRAL_BUDGET,
    SELF_FUNDED,
    DISTRICT_BUDGET,
    AGENCY;

    /** A district or an agency that pays is named. */
    public boolean needsOrganization() {
        return this == DISTRICT_BUDGET || this == AGENCY;
    }
}
