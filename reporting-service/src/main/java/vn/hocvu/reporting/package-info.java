/** Figures of the training years, live and as of any date, from the facts of all services. */
@NullMarked
package vn.hocvu.reporting;

import org.jspecify.annotations.NullMarked;
