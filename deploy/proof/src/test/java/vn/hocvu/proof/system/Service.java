package vn.hocvu.proof.system;

import vn.hocvu.local.Port;

/** The four services. */
public enum Service {
    PLANNING(Port.PLANNING, Port.PLANNING_OPERATIONS),
    ENROLLMENT(Port.ENROLLMENT, Port.ENROLLMENT_OPERATIONS),
    CLASS(Port.CLASS, Port.CLASS_OPERATIONS),
    REPORTING(Port.REPORTING, Port.REPORTING_OPERATIONS);

    private final Port port;
    private final Port operations;

    Service(Port port, Port operations) {
        this.port = port;
        this.operations = operations;
    }

    Port port() {
        return port;
    }

    Port operations() {
        return operations;
    }

    /** Its word in names of programs, topics and databases. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String module() {
        return word() + "-service";
    }

    /** Its database, in PostgreSQL and on the view server. */
    public String database() {
        return "hocvu_" + word();
    }
}
