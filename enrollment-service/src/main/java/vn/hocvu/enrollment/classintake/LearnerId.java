package vn.hocvu.enrollment.classintake;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies one learner without naming anybody. */
public record LearnerId(@JsonValue String value) {
    public LearnerId {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("a learner id has 1 to 100 characters, was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
