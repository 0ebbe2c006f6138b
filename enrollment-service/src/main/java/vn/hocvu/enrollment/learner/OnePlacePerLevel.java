package vn.hocvu.enrollment.learner;

import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.learner.LearnerRefusal.AlreadyHoldsDiploma;
import vn.hocvu.enrollment.learner.LearnerRefusal.AlreadyStudying;

/** E2: one active place per learner and level, and none for a holder of that level's diploma. */
final class OnePlacePerLevel {
    private OnePlacePerLevel() {}

    static void require(LearnerId learner, LearnerState state, Claim claim) {
        state.placeAt(claim.level()).ifPresent(holder -> {
            throw new AlreadyStudying(learner, claim.level(), holder);
        });
        state.diplomaOf(claim.level()).ifPresent(year -> {
            throw new AlreadyHoldsDiploma(learner, claim.level(), year);
        });
    }
}
