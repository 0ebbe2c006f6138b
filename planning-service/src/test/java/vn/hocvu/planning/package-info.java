/** Proves the planning service as a whole. */
@NullMarked
package vn.hocvu.planning;

import org.jspecify.annotations.NullMarked;
