/** What follows from a fact: one sentence per class, each answering with at most one command. */
@NullMarked
package vn.hocvu.enrollment.policies;

import org.jspecify.annotations.NullMarked;
