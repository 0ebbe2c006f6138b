/** Deciding about one class's intake: its seats, its waiting list and its roll, from the first call to the last outcome. */
@NullMarked
package vn.hocvu.enrollment.classintake;

import org.jspecify.annotations.NullMarked;
