package vn.hocvu.planning.trainingplan;

import java.util.List;

/**
 * What a year's plan promised and what became of it, at its close.
 *
 * @param quotaLearners       without the ambiguous figures
 * @param openedLearners      learners at the opening of the linked classes
 * @param unfulfilledLearners learners planned for the classes given up
 */
public record YearTotals(
        int quotaClasses,
        int quotaLearners,
        int openedClasses,
        int openedLearners,
        int unfulfilledClasses,
        int unfulfilledLearners,
        List<AmbiguousFigure> ambiguousFigures) {
    public YearTotals {
        ambiguousFigures = List.copyOf(ambiguousFigures);
    }
}
