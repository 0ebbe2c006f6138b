package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The code by which people name a class, such as {@code TC-2020-01}; unique per class type and year. */
public record ClassCode(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{1,10}(-[A-Z0-9]{1,10}){0,4}");

    public ClassCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "class code must be capital letters and digits in groups joined by -, was \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
