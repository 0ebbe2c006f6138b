package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** Seats in a class, 1 to 500 (largest room in the register with reserve). */
public record Seats(@JsonValue int count) {
    public Seats {
        if (count < 1 || count > 500) {
            throw new IllegalArgumentException("seats must be 1 to 500, was " + count);
        }
    }
}
