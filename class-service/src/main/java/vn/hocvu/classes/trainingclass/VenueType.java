package vn.hocvu.classes.trainingclass;

/** Where a class runs: at the school or at a political centre. */
public enum VenueType {
    SCHOOL,
    CENTER
}
