package vn.hocvu.reporting.web;

/** The roles that may look at figures, and at which. */
public final class Readers {
    static final String PLANNING_OFFICER = "PLANNING_OFFICER";
    static final String SCHOOL_BOARD = "SCHOOL_BOARD";
    static final String CITY_ORG_BOARD = "CITY_ORG_BOARD";
    static final String CITY_PROPAGANDA_BOARD = "CITY_PROPAGANDA_BOARD";
    static final String DISTRICT_COMMITTEE = "DISTRICT_COMMITTEE";
    static final String CENTER_ADMIN = "CENTER_ADMIN";
    static final String LEADERSHIP_VIEWER = "LEADERSHIP_VIEWER";
    static final String AUDITOR = "AUDITOR";

    private Readers() {}

    /** Those who see the live figures of everything. */
    public static String[] dashboard() {
        return new String[] {LEADERSHIP_VIEWER, PLANNING_OFFICER, SCHOOL_BOARD, CITY_ORG_BOARD, AUDITOR};
    }

    /** Those who see reports, some of them only of their own classes and items. */
    public static String[] reports() {
        return new String[] {
            LEADERSHIP_VIEWER,
            PLANNING_OFFICER,
            SCHOOL_BOARD,
            CITY_ORG_BOARD,
            CITY_PROPAGANDA_BOARD,
            DISTRICT_COMMITTEE,
            CENTER_ADMIN,
            AUDITOR
        };
    }

    /** Those who see where published and derived figures differ: whoever sees the figures of everything. */
    public static String[] discrepancies() {
        return dashboard();
    }

    /** Those who see every fact. */
    public static String[] audit() {
        return new String[] {AUDITOR, PLANNING_OFFICER, SCHOOL_BOARD};
    }
}
