/** How fast the relay publishes what waits in the store. */
@NullMarked
package vn.hocvu.bench.relay;

import org.jspecify.annotations.NullMarked;
