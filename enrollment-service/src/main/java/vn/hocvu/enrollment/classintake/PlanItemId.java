package vn.hocvu.enrollment.classintake;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies the item of a year's plan that a class fulfils, for example {@code 2020-01}. */
public record PlanItemId(@JsonValue String value) {
    public PlanItemId {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("a plan item id has 1 to 100 characters, was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
