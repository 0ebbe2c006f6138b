package vn.hocvu.classes.trainingclass;

import org.jspecify.annotations.Nullable;

/**
 * How the class ended for one learner.
 *
 * @param band classification of a graduate, at least average; a graduate has one, nobody else needs one
 */
public record LearnerOutcome(
        LearnerId learnerId, Result outcome, @Nullable Band band) {
    public LearnerOutcome {
        if (outcome == Result.GRADUATED && (band == null || band == Band.WEAK)) {
            throw new IllegalArgumentException(
                    "a graduate has a band of at least average, " + learnerId + " had " + band);
        }
    }
}
