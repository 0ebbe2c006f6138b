package vn.hocvu.enrollment.messages.consumed.enrollment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.DocumentRef;
import vn.hocvu.enrollment.classintake.EnrollmentType;
import vn.hocvu.enrollment.classintake.LearnerId;

/** A learner has a place; for a transfer it says which class was left. */
public record LearnerEnrolled(
        ClassId classId,
        LearnerId learnerId,
        ClassType classType,
        EnrollmentType enrollmentType,
        @Nullable ClassId fromClassId,
        DocumentRef document,
        LocalDate effectiveOn) {}
