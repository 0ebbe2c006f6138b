package vn.hocvu.enrollment.classintake;

/** Kind of a class; for diploma classes also the level that a learner studies for. */
public enum ClassType {
    /** Intermediate political theory. */
    TC_LLCT,
    /** Advanced political theory. */
    CC_LLCT,
    /** Elementary political theory. */
    SC_LLCT,
    /** Short professional course, ends in a certificate. */
    BOI_DUONG;

    /** Whether the class ends in a diploma, which nobody takes twice. */
    public boolean endsInDiploma() {
        return this != BOI_DUONG;
    }
}
