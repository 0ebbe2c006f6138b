package vn.hocvu.enrollment.messages.consumed.classes;

import java.time.LocalDate;
import vn.hocvu.enrollment.classintake.ClassId;

/** A class recruits on until a new deadline. */
public record RecruitingExtended(ClassId classId, LocalDate deadline, LocalDate effectiveOn) {}
