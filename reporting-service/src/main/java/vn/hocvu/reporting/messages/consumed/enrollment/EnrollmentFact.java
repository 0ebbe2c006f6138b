package vn.hocvu.reporting.messages.consumed.enrollment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.reporting.messages.consumed.Family;

/** What has happened to the roll of one class; learners are ids, nobody is named. */
public sealed interface EnrollmentFact {
    /** All of them. */
    Family<EnrollmentFact> FAMILY = new Family<>("enrollment", EnrollmentFact.class);

    String classId();

    LocalDate effectiveOn();

    /** Somebody leaves the roll. */
    interface Exit {
        String learnerId();
    }

    record LearnerEnrolled(
            String classId,
            String learnerId,
            String enrollmentType,
            @Nullable String fromClassId,
            LocalDate effectiveOn)
            implements EnrollmentFact {}

    /** From here on joins and exits change a running class. */
    record IntakeStarted(String classId, LocalDate effectiveOn) implements EnrollmentFact {}

    record LearnerWithdrawn(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact, Exit {}

    record LearnerExpelled(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact, Exit {}

    record LearnerDeferred(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact, Exit {}

    record LearnerDeceased(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact, Exit {}

    record LearnerTransferredOut(
            String classId, String learnerId, @Nullable String toClassId, LocalDate effectiveOn)
            implements EnrollmentFact, Exit {}

    record LearnerReleased(String classId, String learnerId, LocalDate effectiveOn) implements EnrollmentFact, Exit {}
}
