/** The way out: every stored event, in order per aggregate, at least once, from PostgreSQL to Kafka. */
@NullMarked
package vn.hocvu.platform.eventstream.relay;

import org.jspecify.annotations.NullMarked;
