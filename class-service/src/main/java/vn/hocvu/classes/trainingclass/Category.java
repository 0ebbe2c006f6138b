package vn.hocvu.classes.trainingclass;

/** What a class is about. */
public enum Category {
    THEORY,
    PARTY_WORK,
    MASS_ORGANIZATION_WORK
}
