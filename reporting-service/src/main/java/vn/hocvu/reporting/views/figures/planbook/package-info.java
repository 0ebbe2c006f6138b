/** One row per plan year: what was allocated and what became of it. */
@NullMarked
package vn.hocvu.reporting.views.figures.planbook;

import org.jspecify.annotations.NullMarked;
