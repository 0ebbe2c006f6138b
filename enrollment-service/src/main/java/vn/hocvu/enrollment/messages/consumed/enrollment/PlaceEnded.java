package vn.hocvu.enrollment.messages.consumed.enrollment;

import java.time.LocalDate;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;
import vn.hocvu.enrollment.classintake.LearnerId;

/** A learner is no longer on the roll, or no longer waits, for whatever reason. */
public record PlaceEnded(ClassId classId, LearnerId learnerId, ClassType classType, LocalDate effectiveOn) {}
