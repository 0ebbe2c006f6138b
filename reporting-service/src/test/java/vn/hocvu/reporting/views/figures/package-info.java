/** Figures, proved to the last learner. */
@org.jspecify.annotations.NullMarked
package vn.hocvu.reporting.views.figures;
