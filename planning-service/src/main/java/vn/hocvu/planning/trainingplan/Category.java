package vn.hocvu.planning.trainingplan;

/** Fields of training; the two kinds of work together form the group "Party and mass work". */
public enum Category {
    THEORY,
    PARTY_WORK,
    MASS_ORGANIZATION_WORK
}
