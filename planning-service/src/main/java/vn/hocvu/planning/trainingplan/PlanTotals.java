package vn.hocvu.planning.trainingplan;

import java.util.List;

/**
 * What a plan promises in all.
 *
 * @param classes          sum of the classes of all items
 * @param learners         sum of the learners of all items whose number is explicit
 * @param ambiguousFigures numbers of learners that could not be added, with their readings
 */
public record PlanTotals(int classes, int learners, List<AmbiguousFigure> ambiguousFigures) {
    public PlanTotals {
        ambiguousFigures = List.copyOf(ambiguousFigures);
    }

    /** True if the classes and learners are these. */
    public boolean are(int otherClasses, int otherLearners) {
        return classes == otherClasses && learners == otherLearners;
    }
}
