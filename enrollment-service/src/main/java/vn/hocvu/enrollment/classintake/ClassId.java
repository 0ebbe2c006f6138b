package vn.hocvu.enrollment.classintake;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies one training class, and with it the intake of that class. */
public record ClassId(@JsonValue String value) {
    public ClassId {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("a class id has 1 to 100 characters, was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
