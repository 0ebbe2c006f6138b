package vn.hocvu.enrollment.classintake;

import com.fasterxml.jackson.annotation.JsonValue;

/** Seats in a class, 1 to 400 (largest hall in the register). */
public record Seats(@JsonValue int count) {
    static final int MOST = 400;

    public Seats {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("seats must be 1 to " + MOST + ", was " + count);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(count);
    }
}
