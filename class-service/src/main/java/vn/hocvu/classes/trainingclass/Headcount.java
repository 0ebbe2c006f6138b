package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** A number of learners of one class, 0 to 500. */
public record Headcount(@JsonValue int count) {
    public Headcount {
        if (count < 0 || count > 500) {
            throw new IllegalArgumentException("learners must be 0 to 500, was " + count);
        }
    }
}
