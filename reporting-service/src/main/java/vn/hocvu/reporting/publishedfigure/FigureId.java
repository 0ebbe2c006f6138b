package vn.hocvu.reporting.publishedfigure;

import com.fasterxml.jackson.annotation.JsonValue;

/** One published figure in one measure: year, figure, measure and scope as one word. */
public record FigureId(@JsonValue String value) {
    public FigureId {
        if (!value.matches("\\d{4}-[A-Za-z0-9_.-]{1,400}")) {
            throw new FigureRefusal.Malformed("figureId", "year, figure, measure and scope", value);
        }
    }

    public static FigureId of(int year, FigureName figure, Measure measure, FigureScope scope) {
        return new FigureId(year + "-" + figure.code() + "-" + measure + "-" + scope.word());
    }

    @Override
    public String toString() {
        return value;
    }
}
