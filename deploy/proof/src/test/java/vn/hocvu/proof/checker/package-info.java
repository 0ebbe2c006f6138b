/** Compares what clients were told with what the system holds, and names the first difference in full. */
@NullMarked
package vn.hocvu.proof.checker;

import org.jspecify.annotations.NullMarked;
