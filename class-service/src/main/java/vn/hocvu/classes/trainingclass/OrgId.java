package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** An organisation of the register. */
public record OrgId(@JsonValue String value) {
    public OrgId {
        Texts.require("organisation id", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
