/** What people see of a learner: where the learner studied, with what outcome, and which diplomas are held. */
@NullMarked
package vn.hocvu.enrollment.views.learners;

import org.jspecify.annotations.NullMarked;
