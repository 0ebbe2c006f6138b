package vn.hocvu.enrollment.classintake;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies one place of one learner on the roll of one class. */
public record EnrollmentId(@JsonValue String value) {
    public EnrollmentId {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("an enrollment id has 1 to 100 characters, was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
