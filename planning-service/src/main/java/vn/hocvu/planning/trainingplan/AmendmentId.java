package vn.hocvu.planning.trainingplan;

import com.fasterxml.jackson.annotation.JsonValue;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** Names one amendment of a year's plan, for example {@code 2021-A01}: amendments are numbered as they are proposed. */
public record AmendmentId(@JsonValue String value) {
    private static final int YEAR_DIGITS = 4;
    private static final int PREFIX = 6;

    public AmendmentId {
        if (!value.matches("[0-9]{4}-A[0-9]{2,5}")) {
            throw new Malformed("amendmentId", "yyyy-Ann", value);
        }
    }

    public static AmendmentId of(PlanYear year, int number) {
        return new AmendmentId(String.format("%s-A%02d", year, number));
    }

    /** The plan that it amends. */
    public PlanId planId() {
        return PlanId.of(new PlanYear(Integer.parseInt(value.substring(0, YEAR_DIGITS))));
    }

    /** Place among the amendments of its plan, from 1. */
    public int number() {
        return Integer.parseInt(value.substring(PREFIX));
    }

    @Override
    public String toString() {
        return value;
    }
}
