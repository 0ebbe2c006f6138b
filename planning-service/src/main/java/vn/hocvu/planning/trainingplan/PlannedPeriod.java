package vn.hocvu.planning.trainingplan;

import java.time.LocalDate;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** The days between which the classes of an item shall begin, both included. */
public record PlannedPeriod(LocalDate from, LocalDate until) {
    public PlannedPeriod {
        if (until.isBefore(from)) {
            throw new Malformed("plannedUntil", "on or after " + from, until);
        }
    }
}
