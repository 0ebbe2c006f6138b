package vn.hocvu.enrollment.messages.consumed.classes;

import java.time.LocalDate;
import vn.hocvu.enrollment.classintake.ClassId;

/** The last period has been taught. */
public record TeachingCompleted(ClassId classId, LocalDate effectiveOn) {}
