package vn.hocvu.planning.trainingplan;

/** Levels of political theory, each ending in a diploma, and short courses, ending in a certificate. */
public enum ClassType {
    TC_LLCT,
    CC_LLCT,
    SC_LLCT,
    BOI_DUONG;

    /** Short courses are either Party work or work of the mass organisations; the levels are theory. */
    public boolean takes(Category category) {
        return (this == BOI_DUONG) != (category == Category.THEORY);
    }
}
