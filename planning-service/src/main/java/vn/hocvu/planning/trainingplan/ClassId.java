package vn.hocvu.planning.trainingplan;

import com.fasterxml.jackson.annotation.JsonValue;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** Names a training class of class-service. */
public record ClassId(@JsonValue String value) {
    public ClassId {
        if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new Malformed("classId", "1 to 64 letters, digits, dots and dashes", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
