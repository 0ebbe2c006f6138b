package vn.hocvu.classes.trainingclass;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Exactly one outcome for each learner of the final roll, of the kind the class can give (C4). */
final class OutcomeList {
    private static final Set<Result> OF_DIPLOMA_CLASS = Set.of(Result.GRADUATED, Result.NOT_GRADUATED);
    private static final Set<Result> OF_SHORT_COURSE = Set.of(Result.COMPLETED, Result.NOT_COMPLETED);

    private OutcomeList() {}

    static void requireComplete(List<LearnerOutcome> outcomes, ClassState state) {
        var finalRoll = state.finalRoll();
        if (finalRoll == null) {
            throw new ClassRefusal.RollNotFinal(state.proposal().classCode());
        }
        var possible = state.proposal().classType().isShortCourse() ? OF_SHORT_COURSE : OF_DIPLOMA_CLASS;
        var missing = new HashSet<>(finalRoll.learnerIds());
        var unexpected = new HashSet<LearnerId>();
        int unfit = 0;
        for (var outcome : outcomes) {
            if (!missing.remove(outcome.learnerId())) {
                unexpected.add(outcome.learnerId());
            }
            if (!possible.contains(outcome.outcome())) {
                unfit++;
            }
        }
        if (!missing.isEmpty() || !unexpected.isEmpty() || unfit > 0) {
            throw new ClassRefusal.OutcomesIncomplete(finalRoll.learnerIds().size(), missing, unexpected, unfit);
        }
    }

    static int count(List<LearnerOutcome> outcomes, Result result) {
        return (int) outcomes.stream().filter(o -> o.outcome() == result).count();
    }
}
