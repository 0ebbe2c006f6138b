package vn.hocvu.enrollment.classintake;

import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to whoever asked for a seat, in plain values, so that a repeated question gets the very same. */
final class Placement {
    private Placement() {}

    static Map<String, Object> of(LearnerId learner, IntakeState state) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("learnerId", learner.value());
        state.roll()
                .placeOf(learner)
                .ifPresentOrElse(
                        place -> {
                            answer.put("state", "ENROLLED");
                            answer.put("enrollmentId", place.enrollmentId().value());
                            answer.put("seatNumber", place.seat().number());
                            answer.put("roll", state.roll().count());
                        },
                        () -> {
                            answer.put("state", "WAITLISTED");
                            answer.put("position", state.waitlist().positionOf(learner));
                        });
        return answer;
    }
}
