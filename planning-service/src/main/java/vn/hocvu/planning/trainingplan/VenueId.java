package vn.hocvu.planning.trainingplan;

import com.fasterxml.jackson.annotation.JsonValue;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** Names a venue of the register, for example {@code truong}. */
public record VenueId(@JsonValue String value) {
    public VenueId {
        if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new Malformed("venueId", "1 to 64 letters, digits, dots and dashes", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
