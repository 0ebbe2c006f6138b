package vn.hocvu.planning.trainingplan;

/** Whether a class runs at the school or at a district's political centre. */
public enum VenueType {
    SCHOOL,
    CENTER
}
