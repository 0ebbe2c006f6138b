package vn.hocvu.classes.web;

/** Role codes that may look at classes (domain section 1.3); whose rows they see is {@link ClassScope}'s business. */
final class Readers {
    static final String PLANNING_OFFICER = "PLANNING_OFFICER";
    static final String SCHOOL_BOARD = "SCHOOL_BOARD";
    static final String CENTER_ADMIN = "CENTER_ADMIN";
    static final String DISTRICT_COMMITTEE = "DISTRICT_COMMITTEE";
    static final String CITY_PROPAGANDA_BOARD = "CITY_PROPAGANDA_BOARD";
    static final String ADMISSIONS_OFFICER = "ADMISSIONS_OFFICER";
    static final String FACULTY_HEAD = "FACULTY_HEAD";
    static final String AUDITOR = "AUDITOR";

    private Readers() {}
}
