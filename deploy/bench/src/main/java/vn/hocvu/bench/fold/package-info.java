/** How fast rows are folded again from a whole topic. */
@NullMarked
package vn.hocvu.bench.fold;

import org.jspecify.annotations.NullMarked;
