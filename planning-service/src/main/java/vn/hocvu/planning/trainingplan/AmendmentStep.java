package vn.hocvu.planning.trainingplan;

/** Who has to agree to an amendment. */
public enum AmendmentStep {
    SCHOOL(PlanRights.SCHOOL_BOARD),
    CITY(PlanRights.CITY_ORG_BOARD);

    private final String role;

    AmendmentStep(String role) {
        this.role = role;
    }

    /** The role that takes the step. */
    public String role() {
        return role;
    }
}
