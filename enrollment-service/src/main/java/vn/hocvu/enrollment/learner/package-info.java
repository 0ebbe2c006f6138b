/** Deciding about one learner: which class holds the learner's place at each level, and which diplomas are held. */
@NullMarked
package vn.hocvu.enrollment.learner;

import org.jspecify.annotations.NullMarked;
