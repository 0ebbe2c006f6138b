package vn.hocvu.enrollment.classintake;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an organisation of the register, for example {@code ba-vi}. */
public record OrgId(@JsonValue String value) {
    public OrgId {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("an organisation id has 1 to 100 characters, was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
