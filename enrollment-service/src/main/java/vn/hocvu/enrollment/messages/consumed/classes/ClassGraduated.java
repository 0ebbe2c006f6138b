package vn.hocvu.enrollment.messages.consumed.classes;

import java.time.LocalDate;
import java.util.List;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.LearnerOutcome;

/** A diploma class has ended, with an outcome for each learner of its final roll. */
public record ClassGraduated(ClassId classId, List<LearnerOutcome> outcomes, LocalDate effectiveOn) {}
