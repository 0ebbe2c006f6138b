/** Messages that could not be handled, kept in order with everything later of the same key. */
@NullMarked
package vn.hocvu.platform.eventstream.parking;

import org.jspecify.annotations.NullMarked;
