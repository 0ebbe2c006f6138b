package vn.hocvu.enrollment.messages.consumed.enrollment;

import java.time.LocalDate;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.LearnerId;
import vn.hocvu.enrollment.classintake.StudyOutcome;

/** The class has ended for a learner, with this outcome. */
public record EnrollmentCompleted(
        ClassId classId, LearnerId learnerId, ClassType classType, StudyOutcome outcome, LocalDate effectiveOn) {}
