package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** The cohort (khóa) a class belongs to; a label only. */
public record Cohort(@JsonValue String value) {
    public Cohort {
        Texts.require("cohort", value, 60);
    }

    @Override
    public String toString() {
        return value;
    }
}
