/** Decides about the yearly training plan: what is allocated, what became of it, and when the year is over. */
@NullMarked
package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.NullMarked;
