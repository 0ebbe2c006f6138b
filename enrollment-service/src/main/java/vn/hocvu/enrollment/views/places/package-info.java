/** What people see of a roll: every place there is or was, with its seat and how it ended. */
@NullMarked
package vn.hocvu.enrollment.views.places;

import org.jspecify.annotations.NullMarked;
