/** Every fact of all services once, for audit and explanation. */
@NullMarked
package vn.hocvu.reporting.views.journal;

import org.jspecify.annotations.NullMarked;
