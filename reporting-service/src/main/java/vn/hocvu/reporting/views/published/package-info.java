/** Published figures and the register of discrepancies. */
@NullMarked
package vn.hocvu.reporting.views.published;

import org.jspecify.annotations.NullMarked;
