package vn.hocvu.classes.messages.consumed.enrollment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we read of enrollment's facts about one class. */
public sealed interface EnrollmentFact {
    String classId();

    record RollConfirmed(String classId, int rollVersion, int enrolledCount, LocalDate effectiveOn)
            implements EnrollmentFact {}

    record RollFinalized(String classId, int rollVersion, List<String> learnerIds, LocalDate effectiveOn)
            implements EnrollmentFact {
        public RollFinalized {
            learnerIds = List.copyOf(learnerIds);
        }
    }

    /** @param seatNumber seat in the class */
    record LearnerEnrolled(
            String classId, String learnerId, @Nullable Integer seatNumber, LocalDate effectiveOn)
            implements EnrollmentFact {}

    record LearnerWithdrawn(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact {}

    record LearnerExpelled(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact {}

    record LearnerDeferred(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact {}

    record LearnerDeceased(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact {}

    record LearnerTransferredOut(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact {}

    record LearnerReleased(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact {}

    /** @param learners whose places were given back */
    record IntakeReleased(String classId, int learners, LocalDate effectiveOn) implements EnrollmentFact {}
}
