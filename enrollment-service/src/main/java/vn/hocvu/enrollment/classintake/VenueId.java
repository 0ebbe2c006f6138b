package vn.hocvu.enrollment.classintake;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies the school or the centre where a class is held. */
public record VenueId(@JsonValue String value) {
    public VenueId {
        if (value.isBlank() || value.length() > 100) {
            throw new IllegalArgumentException("a venue id has 1 to 100 characters, was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
