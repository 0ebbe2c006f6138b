package vn.hocvu.planning.views.classstock;

import java.time.LocalDate;

/** Something other services told that changes which classes run, or with how many learners. */
public interface StockFact {
    String classId();

    /** Business date of the change. */
    LocalDate effectiveOn();

    /** The class after this fact. */
    StockRow applyTo(StockRow row);
}
