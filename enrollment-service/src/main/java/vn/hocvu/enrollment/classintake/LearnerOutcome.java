package vn.hocvu.enrollment.classintake;

import org.jspecify.annotations.Nullable;

/**
 * What the class decided for one learner of its final roll.
 *
 * @param band classification, absent where none is given
 */
public record LearnerOutcome(
        LearnerId learnerId, StudyOutcome outcome, @Nullable Band band) {}
