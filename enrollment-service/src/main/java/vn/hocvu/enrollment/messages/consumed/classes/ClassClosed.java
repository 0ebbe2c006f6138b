package vn.hocvu.enrollment.messages.consumed.classes;

import java.time.LocalDate;
import java.util.List;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.LearnerOutcome;

/** A short course has ended, with an outcome for each learner of its final roll. */
public record ClassClosed(ClassId classId, List<LearnerOutcome> outcomes, LocalDate effectiveOn) {}
