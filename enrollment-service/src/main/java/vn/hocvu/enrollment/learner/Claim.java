package vn.hocvu.enrollment.learner;

import vn.hocvu.enrollment.classintake.ClassId;
import vn.hocvu.enrollment.classintake.ClassType;

/** A class's hold on the one place a learner has at a level. */
public record Claim(ClassType level, ClassId classId) {}
