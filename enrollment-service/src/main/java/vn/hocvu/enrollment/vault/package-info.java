/** The personal-data vault: the only place that knows who a learner is, encrypted with one key per person. */
@NullMarked
package vn.hocvu.enrollment.vault;

import org.jspecify.annotations.NullMarked;
