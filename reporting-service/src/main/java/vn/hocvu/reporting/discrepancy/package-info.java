/** A gap between a published and a derived figure, which stays until they are equal. */
@NullMarked
package vn.hocvu.reporting.discrepancy;

import org.jspecify.annotations.NullMarked;
