/** One row per plan year: what was allocated and what became of it. */
@NullMarked
package vn.hocvu.reporting.views.planbook;

import org.jspecify.annotations.NullMarked;
