package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** Version of a class's roll as enrollment counts it, from 1. */
public record RollVersion(@JsonValue int number) {
    public RollVersion {
        if (number < 1 || number > 1000000) {
            throw new IllegalArgumentException("roll version must be 1 to 1000000, was " + number);
        }
    }
}
