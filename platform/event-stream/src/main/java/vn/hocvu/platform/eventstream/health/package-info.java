/** What lags or waits is said aloud, and never takes a service out of rotation. */
@NullMarked
package vn.hocvu.platform.eventstream.health;

import org.jspecify.annotations.NullMarked;
