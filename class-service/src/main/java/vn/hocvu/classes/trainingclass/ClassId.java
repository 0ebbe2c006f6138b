package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of one training class; its intake carries the same one. */
public record ClassId(@JsonValue String value) {
    public ClassId {
        Texts.require("class id", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
