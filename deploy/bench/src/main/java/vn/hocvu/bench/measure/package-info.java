/** Samples, rates, latencies and the report they are printed in. */
@NullMarked
package vn.hocvu.bench.measure;

import org.jspecify.annotations.NullMarked;
