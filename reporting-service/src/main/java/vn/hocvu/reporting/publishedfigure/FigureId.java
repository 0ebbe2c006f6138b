package vn.hocvu.reporting.publishedfigure;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names one published figure: what, of which classes or learners, of which year and scope. */
public record FigureId(@JsonValue String value) {

    public FigureId {
        if (!value.matches("[A-Za-z0-9._-]{5,150}")) {
            throw new FigureRefusal.Malformed("figureId", "letters, digits, points and hyphens", value);
        }
    }

    /** The one name of a figure; publishing it again is a new statement about the same figure. */
    public static FigureId of(String figure, Measure measure, int year, FigureScope scope) {
        return new FigureId(String.join(".", String.valueOf(year), figure, measure.name(), scope.key()));
    }

    @Override
    public String toString() {
        return value;
    }
}
