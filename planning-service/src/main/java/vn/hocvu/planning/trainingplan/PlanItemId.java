package vn.hocvu.planning.trainingplan;

import com.fasterxml.jackson.annotation.JsonValue;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** Names one item of a year's plan, for example {@code 2020-01}: items are numbered as they are added. */
public record PlanItemId(@JsonValue String value) {
    private static final int YEAR_DIGITS = 4;

    public PlanItemId {
        if (!value.matches("[0-9]{4}-[0-9]{2,4}")) {
            throw new Malformed("itemId", "yyyy-nn", value);
        }
    }

    public static PlanItemId of(PlanYear year, int number) {
        return new PlanItemId(String.format("%s-%02d", year, number));
    }

    /** The plan that the item belongs to. */
    public PlanId planId() {
        return PlanId.of(new PlanYear(Integer.parseInt(value.substring(0, YEAR_DIGITS))));
    }

    /** Place of the item in its plan, from 1. */
    public int number() {
        return Integer.parseInt(value.substring(YEAR_DIGITS + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
