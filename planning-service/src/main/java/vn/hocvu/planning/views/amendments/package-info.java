/** Shows the amendments of all plans: who asked for what and why, and what was decided by whom. */
@NullMarked
package vn.hocvu.planning.views.amendments;

import org.jspecify.annotations.NullMarked;
