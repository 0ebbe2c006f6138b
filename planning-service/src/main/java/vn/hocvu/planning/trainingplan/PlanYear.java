package vn.hocvu.planning.trainingplan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** The calendar year a plan is for; it opens with the first of January and ends with the last of December. */
public record PlanYear(@JsonValue int number) {
    private static final int FIRST = 1990;
    private static final int LAST = 2099;

    public PlanYear {
        if (number < FIRST || number > LAST) {
            throw new Malformed("year", "a year from " + FIRST + " to " + LAST, number);
        }
    }

    /** The plan's cut-off: the whole of 31 December still belongs to the year. */
    public LocalDate lastDay() {
        return LocalDate.of(number, 12, 31);
    }

    /** True for every day from the first of January to the last of December. */
    public boolean contains(LocalDate day) {
        return day.getYear() == number;
    }

    /** Refuses a business date outside the year. */
    void requireDay(LocalDate day) {
        if (!contains(day)) {
            throw new Malformed("effectiveOn", "a day of " + number, day);
        }
    }

    /** Refuses classes that would begin outside the year. */
    PlanItemTerms requirePeriod(PlanItemTerms terms) {
        var period = terms.period();
        if (period != null && !(contains(period.from()) && contains(period.until()))) {
            throw new Malformed("plannedFrom", "within " + number, period.from());
        }
        return terms;
    }

    /** The last day before the year, on which the classes carried into it are counted. */
    public LocalDate eve() {
        return LocalDate.of(number, 1, 1).minusDays(1);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
