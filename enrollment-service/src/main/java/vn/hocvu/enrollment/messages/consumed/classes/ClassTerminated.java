package vn.hocvu.enrollment.messages.consumed.classes;

import java.time.LocalDate;
import vn.hocvu.enrollment.classintake.ClassId;

/** A class that had opened ends before its time. */
public record ClassTerminated(ClassId classId, LocalDate effectiveOn) {}
