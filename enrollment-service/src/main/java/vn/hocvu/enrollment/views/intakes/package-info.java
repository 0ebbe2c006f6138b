/** What people see of a class's intake: its seats, how many are taken, who waits, and how much time is left. */
@NullMarked
package vn.hocvu.enrollment.views.intakes;

import org.jspecify.annotations.NullMarked;
