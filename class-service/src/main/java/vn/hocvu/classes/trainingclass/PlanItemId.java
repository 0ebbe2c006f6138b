package vn.hocvu.classes.trainingclass;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An item of a year's plan, such as {@code 2020-01}; the part before the dash is the plan year. */
public record PlanItemId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\w{1,20}");

    public PlanItemId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("plan item must look like 2020-01, was \"" + value + "\"");
        }
    }

    /** The year whose plan holds the item. */
    public int year() {
        return Integer.parseInt(value.substring(0, 4));
    }

    @Override
    public String toString() {
        return value;
    }
}
