package vn.hocvu.enrollment.classintake;

import com.fasterxml.jackson.annotation.JsonValue;

/** Counts the changes of a roll and the times it was confirmed or closed: of two versions the higher is the newer. */
public record RollVersion(@JsonValue long number) {
    static final RollVersion NONE = new RollVersion(0);

    public RollVersion {
        if (number < 0) {
            throw new IllegalArgumentException("a roll version is 0 or more, was " + number);
        }
    }

    RollVersion next() {
        return new RollVersion(number + 1);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
