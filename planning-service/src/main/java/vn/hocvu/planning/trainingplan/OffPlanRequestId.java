package vn.hocvu.planning.trainingplan;

import com.fasterxml.jackson.annotation.JsonValue;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** Names a request for a class that the plan does not have. */
public record OffPlanRequestId(@JsonValue String value) {
    public OffPlanRequestId {
        if (!value.matches("off-[A-Za-z0-9-]{1,60}")) {
            throw new Malformed("requestId", "off- and 1 to 60 letters, digits and dashes", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
