package vn.hocvu.enrollment.classintake;

import java.time.LocalDate;

/** One learner's place on a roll. */
record Place(
        EnrollmentId enrollmentId, LearnerId learnerId, OrgId nominatingOrgId, SeatNumber seat, LocalDate joinedOn) {}
