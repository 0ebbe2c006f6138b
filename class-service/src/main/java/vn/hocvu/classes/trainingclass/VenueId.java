package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** A venue of the register: the school or a political centre. */
public record VenueId(@JsonValue String value) {
    public VenueId {
        Texts.require("venue id", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
