package vn.hocvu.reporting.views.figures;

import java.util.Arrays;
import java.util.Optional;

/** The figures of the yearly statistics, as the glossary defines them. */
public enum Figure {
    CARRIED_IN("carriedIn"),
    OPENED("opened"),
    TRAINED("trained"),
    GRADUATED("graduated"),
    CLOSED("closed"),
    ENDED_OTHERWISE("endedOtherwise"),
    CARRIED_OUT("carriedOut"),
    UNFULFILLED("unfulfilled"),
    RECRUITING("recruiting");

    private final String code;

    Figure(String code) {
        this.code = code;
    }

    /** The name in addresses, in the API and on published papers. */
    public String code() {
        return code;
    }

    public static Optional<Figure> of(String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code.equals(code))
                .findFirst();
    }
}
