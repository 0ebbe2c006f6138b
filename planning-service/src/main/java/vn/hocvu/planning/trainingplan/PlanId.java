package vn.hocvu.planning.trainingplan;

import com.fasterxml.jackson.annotation.JsonValue;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** Names the plan of a year, for example {@code plan-2020}: there is one plan for each year. */
public record PlanId(@JsonValue String value) {
    private static final String PREFIX = "plan-";

    public PlanId {
        if (!value.matches("plan-[0-9]{4}")) {
            throw new Malformed("planId", "plan-yyyy", value);
        }
    }

    public static PlanId of(PlanYear year) {
        return new PlanId(PREFIX + year);
    }

    public PlanYear year() {
        return new PlanYear(Integer.parseInt(value.substring(PREFIX.length())));
    }

    @Override
    public String toString() {
        return value;
    }
}
