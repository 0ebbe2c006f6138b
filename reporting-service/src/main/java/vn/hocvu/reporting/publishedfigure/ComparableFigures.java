package vn.hocvu.reporting.publishedfigure;

import java.util.Set;

/** The published figures that have a derived counterpart (domain specification 7.1). */
final class ComparableFigures {

    private static final Set<String> CODES =
            Set.of("carriedIn", "opened", "trained", "graduated", "closed", "carriedOut", "unfulfilled");

    private ComparableFigures() {}

    static void require(String figure) {
        if (!CODES.contains(figure)) {
            throw new FigureRefusal.UnknownFigure(figure);
        }
    }
}
