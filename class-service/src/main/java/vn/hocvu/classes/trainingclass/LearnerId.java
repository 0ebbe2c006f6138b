package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** A learner, without any personal data. */
public record LearnerId(@JsonValue String value) {
    public LearnerId {
        Texts.require("learner id", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
