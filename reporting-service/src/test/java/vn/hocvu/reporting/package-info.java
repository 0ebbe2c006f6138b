/** Reporting, proved. */
@org.jspecify.annotations.NullMarked
package vn.hocvu.reporting;
