package vn.hocvu.enrollment.classintake;

/** Who pays for a class. */
public enum FundingSource {
    CITY_BUDGET,
    CENTRAL_BUDGET,
    SELF_FUNDED,
    DISTRICT_BUDGET,
    AGENCY
}
