package vn.hocvu.enrollment.messages.consumed.classes;

import java.time.LocalDate;
import vn.hocvu.enrollment.classintake.ClassId;

/** A class will not open. */
public record ClassCancelled(ClassId classId, LocalDate effectiveOn) {}
