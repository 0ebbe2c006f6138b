/** What people see of the past: every fact of intakes and learners, one after the other. */
@NullMarked
package vn.hocvu.enrollment.views.history;

import org.jspecify.annotations.NullMarked;
