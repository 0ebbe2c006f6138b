package vn.hocvu.reporting.publishedfigure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** A figure of the training year, by the word under which it is published and explained. */
public enum FigureName {
    /** Classes that had opened before the year and had not ended. */
    CARRIED_IN("carriedIn"),
    OPENED("opened"),
    TRAINED("trained"),
    GRADUATED("graduated"),
    /** Short courses that were completed. */
    CLOSED("closed"),
    /** Classes that were broken off after they had opened. */
    TERMINATED("terminated"),
    /** Classes that go on into the next year. */
    CARRIED_OUT("carriedOut"),
    /** Classes that run on the day for which the figure speaks. */
    RUNNING("running"),
    /** What the plan promised. */
    PLANNED("planned"),
    UNFULFILLED("unfulfilled");

    private final String code;

    FigureName(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** @throws FigureRefusal.UnknownFigure if no figure is called so */
    @JsonCreator
    public static FigureName of(String code) {
        return Arrays.stream(values())
                .filter(name -> name.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new FigureRefusal.UnknownFigure(code));
    }
}
