package vn.hocvu.classes.trainingclass;

/** What a class leads to: a diploma of political theory, or the certificate of a short course. */
public enum ClassType {
    /** Intermediate political theory (trung cấp lý luận chính trị). */
    TC_LLCT,
    /** Advanced political theory (cao cấp lý luận chính trị). */
    CC_LLCT,
    /** Elementary political theory (sơ cấp lý luận chính trị). */
    SC_LLCT,
    /** Short course (bồi dưỡng): ends with a certificate, by closing instead of graduation. */
    BOI_DUONG;

    /** Short courses are closed, all others graduate. */
    public boolean isShortCourse() {
        return this == BOI_DUONG;
    }
}
