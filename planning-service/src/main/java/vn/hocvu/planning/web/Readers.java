package vn.hocvu.planning.web;

/** The roles that may look at plans, and how far they see. */
public final class Readers {
    static final String PLANNING_OFFICER = "PLANNING_OFFICER";
    static final String SCHOOL_BOARD = "SCHOOL_BOARD";
    static final String CITY_ORG_BOARD = "CITY_ORG_BOARD";
    static final String CITY_PROPAGANDA_BOARD = "CITY_PROPAGANDA_BOARD";
    static final String DISTRICT_COMMITTEE = "DISTRICT_COMMITTEE";
    static final String ADMISSIONS_OFFICER = "ADMISSIONS_OFFICER";
    static final String AUDITOR = "AUDITOR";

    private Readers() {}

    /** Everybody who sees at least the items of the own organisation. */
    public static String[] all() {
        return new String[] {
            PLANNING_OFFICER,
            SCHOOL_BOARD,
            CITY_ORG_BOARD,
            CITY_PROPAGANDA_BOARD,
            DISTRICT_COMMITTEE,
            ADMISSIONS_OFFICER,
            AUDITOR
        };
    }

    /** Those who see every item of every plan. */
    public static String[] wholeSchool() {
        return new String[] {PLANNING_OFFICER, SCHOOL_BOARD, CITY_ORG_BOARD, ADMISSIONS_OFFICER, AUDITOR};
    }

    /** Those who see requests for off-plan classes, or at least their own. */
    public static String[] offPlan() {
        return new String[] {
            PLANNING_OFFICER, SCHOOL_BOARD, CITY_ORG_BOARD, CITY_PROPAGANDA_BOARD, DISTRICT_COMMITTEE, AUDITOR
        };
    }

    /** Those for whom plans wait. */
    public static String[] deciders() {
        return new String[] {PLANNING_OFFICER, SCHOOL_BOARD, CITY_ORG_BOARD};
    }
}
