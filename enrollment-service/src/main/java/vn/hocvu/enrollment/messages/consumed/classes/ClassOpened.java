package vn.hocvu.enrollment.messages.consumed.classes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.RollVersion;

/** A class has opened with a roll that enrollment confirmed. */
public record ClassOpened(ClassId classId, @Nullable RollVersion rollVersion, LocalDate effectiveOn) {}
