package vn.hocvu.enrollment.web;

/** Role codes as enrollment's pages and API ask for them (domain 1.3). */
final class Roles {
    static final String ADMISSIONS_OFFICER = "ADMISSIONS_OFFICER";
    static final String ADMISSIONS_BOARD = "ADMISSIONS_BOARD";
    static final String PLANNING_OFFICER = "PLANNING_OFFICER";
    static final String SCHOOL_BOARD = "SCHOOL_BOARD";
    static final String CENTER_ADMIN = "CENTER_ADMIN";
    static final String DISTRICT_COMMITTEE = "DISTRICT_COMMITTEE";
    static final String SENDING_AGENCY = "SENDING_AGENCY";
    static final String REGISTRAR = "REGISTRAR";
    static final String AUDITOR = "AUDITOR";

    private Roles() {}
}
