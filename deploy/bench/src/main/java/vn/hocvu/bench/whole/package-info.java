/** The whole system as people use it: over HTTP, with everything behind it running. */
@NullMarked
package vn.hocvu.bench.whole;

import org.jspecify.annotations.NullMarked;
