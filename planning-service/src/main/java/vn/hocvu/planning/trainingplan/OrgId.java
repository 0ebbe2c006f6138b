package vn.hocvu.planning.trainingplan;

import com.fasterxml.jackson.annotation.JsonValue;
import vn.hocvu.planning.trainingplan.PlanRefusal.Malformed;

/** Names an organisation of the register, for example {@code ba-vi}. */
public record OrgId(@JsonValue String value) {
    public OrgId {
        if (!value.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new Malformed("orgId", "1 to 64 letters, digits, dots and dashes", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
