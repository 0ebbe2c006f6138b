/** Plans at any point in time, proved against the live plan book. */
@org.jspecify.annotations.NullMarked
package vn.hocvu.reporting.views.figures.planhistory;
