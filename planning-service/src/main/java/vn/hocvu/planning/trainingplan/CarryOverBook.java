package vn.hocvu.planning.trainingplan;

import java.time.LocalDate;

/** Tells which classes run across a year's end; nobody ever types that number. */
@FunctionalInterface
public interface CarryOverBook {
    /** The classes opened by the end of that day and not ended by then. */
    CarryOver runningAtEndOf(LocalDate day);
}
