/** Proves what the plan decides. */
@NullMarked
package vn.hocvu.planning.trainingplan;

import org.jspecify.annotations.NullMarked;
