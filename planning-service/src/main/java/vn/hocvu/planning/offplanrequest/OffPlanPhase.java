package vn.hocvu.planning.offplanrequest;

/** How far a request for an off-plan class has come. */
public enum OffPlanPhase {
    REQUESTED,
    ASSESSED,
    CONSULTED,
    REPORTED,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    /** Nothing more will be decided. */
    public boolean settled() {
        return this == APPROVED || this == REJECTED || this == WITHDRAWN;
    }
}
