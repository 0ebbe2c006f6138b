package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;

/** The curriculum a class follows, such as {@code TC-1056}. */
public record CurriculumVersion(@JsonValue String value) {
    public CurriculumVersion {
        Texts.require("curriculum", value, 32);
    }

    @Override
    public String toString() {
        return value;
    }
}
