/** Every figure as a pure function of rows, as of one date and as known at one instant. */
@NullMarked
package vn.hocvu.reporting.views.figures;

import org.jspecify.annotations.NullMarked;
