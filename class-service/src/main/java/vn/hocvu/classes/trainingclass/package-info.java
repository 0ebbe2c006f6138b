/** Decides what may happen to one training class, from its proposal to its graduation or end. */
@NullMarked
package vn.hocvu.classes.trainingclass;

import org.jspecify.annotations.NullMarked;
